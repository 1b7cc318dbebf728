import {
  addBowl,
  addPad,
  addRoom,
  fade,
  highPass,
  lowPass,
  pinkNoise,
  randomness,
  rise,
  silence,
  swell,
} from './sound.mjs'

const inwardNotes = [146.83, 220, 293.66, 369.99]
const outwardNotes = [146.83, 196, 246.94, 293.66]

/** One swell a breath: brighter on the way in, lower and longer on the way out. */
export function breathSound({ seconds, breaths }) {
  const track = silence(seconds, 44100)
  const ground = () => 1
  addPad(track, { notes: [146.83, 220], gain: 0.16, envelope: ground, start: 0, end: seconds })
  for (const { inAt, outAt, endAt } of breaths) {
    const inward = swell({ start: inAt, attack: 3.6, end: outAt + 1.4, release: 1.8 })
    const outward = swell({ start: outAt - 0.4, attack: 1.6, end: endAt + 0.8, release: 5.2 })
    addPad(track, { notes: inwardNotes, gain: 0.5, envelope: inward, start: inAt, end: outAt + 1.4 })
    addPad(track, { notes: outwardNotes, gain: 0.5, envelope: outward, start: outAt - 0.4, end: endAt + 0.8 })
  }
  addRoom(track, 0.3)
  fade(track, { inward: 2.5, outward: 4 })
  return track
}

/** A held fifth while muscles are tight, a bowl and an open chord when they let go. */
export function relaxationSound({ seconds, holds }) {
  const track = silence(seconds, 44100)
  addPad(track, { notes: [130.81, 196], gain: 0.18, envelope: () => 1, start: 0, end: seconds })
  for (const { tightAt, looseAt, endAt } of holds) {
    const tight = swell({ start: tightAt, attack: 1.6, end: looseAt + 0.4, release: 0.8 })
    const loose = swell({ start: looseAt, attack: 1.2, end: endAt + 0.6, release: endAt - looseAt - 1 })
    addPad(track, { notes: [220, 293.66], gain: 0.26, envelope: tight, start: tightAt, end: looseAt + 0.4 })
    addPad(track, {
      notes: [130.81, 196, 261.63, 329.63],
      gain: 0.56,
      envelope: loose,
      start: looseAt,
      end: endAt + 0.6,
    })
    addBowl(track, { at: tightAt, note: 440, gain: 0.035 })
    addBowl(track, { at: looseAt, note: 329.63, gain: 0.06, tail: 5 })
  }
  addRoom(track, 0.3)
  fade(track, { inward: 2.5, outward: 4 })
  return track
}

/** Steady rain; a higher bowl says in (4 s), a lower one says out (6 s). */
export function rainSound({ seconds, firstBreathAt, breaths }) {
  const rate = 32000
  const bowls = silence(seconds, rate)
  for (let breath = 0; breath < breaths; breath += 1) {
    const inAt = firstBreathAt + breath * 10
    addBowl(bowls, { at: inAt, note: 392, gain: 0.08, tail: 3.8 })
    addBowl(bowls, { at: inAt + 4, note: 293.66, gain: 0.085, tail: 5.6 })
  }
  addRoom(bowls, 0.35)
  for (const [side, seed] of [
    ['left', 11],
    ['right', 29],
  ]) {
    const random = randomness(seed)
    const noise = pinkNoise(random)
    const [hiss, body, rumble] = [lowPass(rate), lowPass(rate), highPass(rate)]
    const channel = bowls[side]
    for (let sample = 0; sample < channel.length; sample += 1) {
      const at = sample / rate
      const gust = 1 + 0.14 * Math.sin(2 * Math.PI * 0.043 * at + seed) + 0.08 * Math.sin(2 * Math.PI * 0.117 * at)
      channel[sample] += 0.34 * gust * rumble(body(hiss(noise(), 5200), 6800), 260)
    }
    addDrops(channel, rate, random)
  }
  fade(bowls, { inward: 4, outward: 6 })
  return bowls
}

/** Single drops near by: a few a second, each a short falling ring. */
function addDrops(channel, rate, random) {
  const chance = 9 / rate
  for (let first = 0; first < channel.length; first += 1) {
    if ((random() + 1) / 2 > chance) continue
    const note = 900 + 1300 * Math.abs(random())
    const gain = 0.008 + 0.026 * random() ** 2
    const length = Math.min(channel.length - first, Math.round(0.05 * rate))
    for (let sample = 0; sample < length; sample += 1) {
      const time = sample / rate
      const edges = rise(time, 0, 0.003) * (1 - rise(time, 0.03, 0.05))
      channel[first + sample] +=
        gain * edges * Math.exp(-70 * time) * Math.sin(2 * Math.PI * (note - 2200 * time) * time)
    }
  }
}

const eveningChords = [
  [130.81, 196, 293.66],
  [110, 164.81, 261.63],
  [116.54, 174.61, 261.63],
  [98, 146.83, 246.94],
]

/** Waves on a flat shore, none the same length, over low chords that change each quarter minute. */
export function eveningSound({ seconds }) {
  const rate = 32000
  const track = silence(seconds, rate)
  for (let bar = 0; bar * 15 < seconds; bar += 1) {
    const start = bar * 15 - 2
    const end = bar * 15 + 18
    const envelope = swell({ start, attack: 6, end, release: 7 })
    addPad(track, { notes: eveningChords[bar % eveningChords.length], gain: 0.34, envelope, start, end })
  }
  addRoom(track, 0.35)
  for (const [side, seed, lag] of [
    ['left', 5, 0],
    ['right', 17, 0.5],
  ]) {
    const noise = pinkNoise(randomness(seed))
    const [wash, depth] = [lowPass(rate), highPass(rate)]
    const channel = track[side]
    for (let sample = 0; sample < channel.length; sample += 1) {
      const at = sample / rate - lag
      const near = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / 11.3)
      const far = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / 14.9 + 1.7)
      const height = 0.12 + 0.62 * near ** 2.2 + 0.3 * far ** 2
      channel[sample] += 0.24 * height * depth(wash(noise(), 350 + 2400 * height), 90)
    }
  }
  fade(track, { inward: 5, outward: 9 })
  return track
}
