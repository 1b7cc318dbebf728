import { deflateSync } from 'node:zlib'
import { crc32Of } from './crc32.mjs'
import { rasterise, run } from './programs.mjs'

/** ffmpeg's own palette drops half-transparent colours, and on a dark ground their edges would show. */
async function pixelsOf(svg, width, height) {
  const decoding = ['-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0', '-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1']
  return (await run('ffmpeg', ['-v', 'error', ...decoding], await rasterise(svg, width, height))).out
}

const invisible = 0

function countColours(pixels) {
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += 4) {
    const value = pixels[at + 3] === 0 ? invisible : pixels.readUInt32BE(at)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Channels as the eye meets them: a colour weighs as much as it is visible. */
function pointOf(value) {
  const alpha = value & 255
  const shown = (shift) => (((value >>> shift) & 255) * alpha) / 255
  return [shown(24), shown(16), shown(8), alpha]
}

const meanOf = (box, channel) => {
  let [sum, total] = [0, 0]
  for (const { point, count } of box) {
    sum += point[channel] * count
    total += count
  }
  return sum / total
}

function spreadOf(box) {
  let widest = { spread: 0, channel: 0, mean: 0 }
  for (let channel = 0; channel < 4; channel += 1) {
    const mean = meanOf(box, channel)
    // The root of a count, so that a rare edge is heard beside a wide plain.
    const spread = box.reduce((sum, { point, count }) => sum + Math.sqrt(count) * (point[channel] - mean) ** 2, 0)
    if (spread > widest.spread) widest = { spread, channel, mean }
  }
  return widest
}

/** Cuts the box that varies most, at its mean, until there are enough. */
function cut(counts, colours) {
  const all = [...counts].filter(([value]) => value !== invisible)
  const measure = (box) => ({ box, ...spreadOf(box) })
  const boxes = [measure(all.map(([value, count]) => ({ value, count, point: pointOf(value) })))]
  while (boxes.length < colours - 1) {
    const widest = boxes.reduce((most, each) => (each.spread > most.spread ? each : most))
    if (widest.spread === 0) break
    const { box, channel, mean } = widest
    const low = box.filter(({ point }) => point[channel] <= mean)
    const high = box.filter(({ point }) => point[channel] > mean)
    boxes.splice(boxes.indexOf(widest), 1, measure(low), measure(high))
  }
  return boxes.map(({ box }) => box)
}

/** The commonest colour of a box where one rules, so that plain grounds stay exact; else the mean. */
function colourOf(box) {
  const total = box.reduce((sum, { count }) => sum + count, 0)
  const commonest = box.reduce((most, each) => (each.count > most.count ? each : most))
  if (commonest.count * 2 >= total) return [24, 16, 8, 0].map((shift) => (commonest.value >>> shift) & 255)
  const [red, green, blue, alpha] = [0, 1, 2, 3].map((channel) => meanOf(box, channel))
  return [...[red, green, blue].map((value) => Math.min(255, Math.round((value * 255) / alpha))), Math.round(alpha)]
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32Of(named), named.length + 4)
  return whole
}

/** A PNG of at most `colours` colours, half-transparent ones among them: flat shapes lose nothing and weigh a third. */
export async function palettedPng(svg, width, height, colours) {
  const pixels = await pixelsOf(svg, width, height)
  const boxes = cut(countColours(pixels), colours)
  const palette = [[0, 0, 0, 0], ...boxes.map(colourOf)]
  const indexOf = new Map([[invisible, 0]])
  for (const [index, box] of boxes.entries()) for (const { value } of box) indexOf.set(value, index + 1)
  const rows = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const value = pixels[pixel * 4 + 3] === 0 ? invisible : pixels.readUInt32BE(pixel * 4)
    rows[pixel + Math.floor(pixel / width) + 1] = indexOf.get(value)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
