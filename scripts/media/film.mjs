import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ink, softInk } from './palette.mjs'
import { captionFont, rasterise, run } from './programs.mjs'

export const side = 720
export const framesPerSecond = 24

/**
 * Drawn once and laid into each frame as a picture: setting Chinese type anew takes longer than all the rest of a
 * frame.
 */
async function captionPicture(lines) {
  const rows = lines.map(({ text, size }, row) => {
    const y = 48 + row * 52
    const fill = row === 0 ? ink : softInk
    return `<text x="360" y="${y}" font-family="${captionFont}" font-size="${size}" text-anchor="middle" fill="${fill}">${text}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 120">${rows.join('')}</svg>`
  return `data:image/png;base64,${(await rasterise(svg, side, 120)).toString('base64')}`
}

const captionShown = ({ from, to }, at) => Math.max(0, Math.min(1, (at - from) / 0.6, (to - at) / 0.4))

async function captionPictures(captions) {
  const pictures = new Map()
  for (const { lines } of captions) {
    const key = JSON.stringify(lines)
    if (!pictures.has(key)) pictures.set(key, await captionPicture(lines))
  }
  return ({ lines }) => pictures.get(JSON.stringify(lines))
}

export const frameSvg = (drawing, caption = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${drawing}${caption}</svg>`

/** Every frame in order; a frame that was drawn before is not drawn again, and two are drawn at a time. */
async function* frames({ seconds, captions, drawingAt }) {
  const pictureOf = await captionPictures(captions)
  const drawn = new Map()
  const draw = (frame) => {
    const at = frame / framesPerSecond
    const current = captions.find(({ from, to }) => at >= from && at < to)
    const caption = current
      ? `<image x="0" y="572" width="${side}" height="120" opacity="${captionShown(current, at).toFixed(2)}" href="${pictureOf(current)}"/>`
      : ''
    const svg = frameSvg(drawingAt(at), caption)
    if (!drawn.has(svg)) drawn.set(svg, rasterise(svg, side, side))
    return drawn.get(svg)
  }
  const total = Math.round(seconds * framesPerSecond)
  let next = draw(0)
  for (let frame = 0; frame < total; frame += 1) {
    const current = next
    if (frame + 1 < total) next = draw(frame + 1)
    yield await current
  }
}

/** H.264 and AAC in one MP4 whose index comes first, so that it plays before it is whole. */
export async function writeFilm(file, film, wav) {
  const folder = await mkdtemp(join(tmpdir(), 'film-'))
  try {
    const sound = join(folder, 'sound.wav')
    await writeFile(sound, wav)
    await run(
      'ffmpeg',
      [
        ...['-v', 'error', '-y', '-f', 'image2pipe', '-framerate', `${framesPerSecond}`, '-c:v', 'png', '-i', 'pipe:0'],
        ...['-i', sound, '-map', '0:v', '-map', '1:a', '-map_metadata', '-1'],
        ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
        ...['-c:v', 'libx264', '-preset', 'slow', '-profile:v', 'high', '-level:v', '3.1', '-crf', '24.5'],
        ...['-x264-params', 'threads=2:keyint=240:aq-mode=3:deblock=1,1'],
        ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
        ...['-c:a', 'aac', '-b:a', '64k', '-movflags', '+faststart', '-t', `${film.seconds}`],
        ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', file],
      ],
      frames(film),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Sound alone, in the container every phone plays. */
export async function writeSound(file, wav, kilobits) {
  const coding = ['-c:a', 'aac', '-b:a', `${kilobits}k`, '-movflags', '+faststart']
  const exact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact']
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'wav', '-i', 'pipe:0', ...coding, ...exact, file], wav)
}

const stamp = (seconds) => {
  const rest = (seconds % 60).toFixed(3).padStart(6, '0')
  return `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${rest}`
}

export const webVtt = (captions) => {
  const cues = captions.map(({ from, to, lines }) => {
    const text = lines.map((line) => line.text).join('\n')
    return `${stamp(from)} --> ${stamp(to)}\n${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}
