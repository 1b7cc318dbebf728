import { run } from './programs.mjs'

/** The same stream of numbers in [-1, 1) for the same seed, so that a rebuild sounds the same. */
export function randomness(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2147483648 - 1
  }
}

export const silence = (seconds, rate) => ({
  rate,
  left: new Float32Array(Math.round(seconds * rate)),
  right: new Float32Array(Math.round(seconds * rate)),
})

/** From 0 to 1 between two instants without a corner at either end. */
export const rise = (at, from, to) => {
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)))
  return 0.5 - 0.5 * Math.cos(Math.PI * share)
}

export const swell =
  ({ start, attack, end, release }) =>
  (at) =>
    rise(at, start, start + attack) * (1 - rise(at, end - release, end))

const detunings = [
  { cents: -4, pan: 0.25 },
  { cents: 0, pan: 0.5 },
  { cents: 5, pan: 0.75 },
]

/** Slightly detuned sines with a breath of the octave above: a choir without voices. */
export function addPad(track, { notes, gain, envelope, start, end }) {
  const { rate } = track
  const first = Math.max(0, Math.floor(start * rate))
  const last = Math.min(track.left.length, Math.ceil(end * rate))
  for (const [index, note] of notes.entries()) {
    for (const { cents, pan } of detunings) {
      const step = (2 * Math.PI * note * 2 ** (cents / 1200)) / rate
      const volume = gain / (notes.length * detunings.length)
      for (let sample = first; sample < last; sample += 1) {
        const at = sample / rate
        const tremble = 1 + 0.12 * Math.sin(2 * Math.PI * (0.11 + 0.03 * index) * at + index)
        const loud = envelope(at)
        const wave = Math.sin(step * sample) + 0.22 * loud * Math.sin(2 * step * sample + index)
        const value = volume * tremble * loud * wave
        track.left[sample] += value * Math.cos((pan * Math.PI) / 2)
        track.right[sample] += value * Math.sin((pan * Math.PI) / 2)
      }
    }
  }
}

const partials = [
  { ratio: 1, share: 1, decay: 1 },
  { ratio: 2.01, share: 0.28, decay: 0.6 },
  { ratio: 3.02, share: 0.08, decay: 0.35 },
]

/** A soft bowl: no edge at the start, a long tail. */
export function addBowl(track, { at, note, gain, tail = 3.2 }) {
  const { rate } = track
  const first = Math.floor(at * rate)
  const length = Math.min(track.left.length - first, Math.floor(tail * rate))
  for (let sample = 0; sample < length; sample += 1) {
    const time = sample / rate
    const edges = rise(time, 0, 0.09) * (1 - rise(time, tail - 0.5, tail))
    let value = 0
    for (const { ratio, share, decay } of partials) {
      value += share * Math.exp((-3.2 * time) / (tail * decay)) * Math.sin(2 * Math.PI * note * ratio * time)
    }
    track.left[first + sample] += gain * edges * value
    track.right[first + sample] += gain * edges * value
  }
}

/** Noise that falls 3 dB an octave (Paul Kellet's filter). */
export function pinkNoise(random) {
  let [slow, middle, quick] = [0, 0, 0]
  return () => {
    const white = random()
    slow = 0.99765 * slow + white * 0.099046
    middle = 0.963 * middle + white * 0.2965164
    quick = 0.57 * quick + white * 1.0526913
    return (slow + middle + quick + white * 0.1848) * 0.2
  }
}

/** One pole below `cutoff` Hz, which may differ from call to call. */
export function lowPass(rate) {
  let held = 0
  return (value, cutoff) => {
    held += (1 - Math.exp((-2 * Math.PI * cutoff) / rate)) * (value - held)
    return held
  }
}

export function highPass(rate) {
  const below = lowPass(rate)
  return (value, cutoff) => value - below(value, cutoff)
}

const roomDelays = { left: [0.0297, 0.0371, 0.0411, 0.0437], right: [0.0307, 0.0359, 0.0421, 0.0449] }

/** A room around what was played so far: four combs a side, damped, and `wet` of it mixed in. */
export function addRoom(track, wet) {
  for (const side of ['left', 'right']) {
    const dry = track[side]
    const room = new Float32Array(dry.length)
    for (const seconds of roomDelays[side]) {
      const ring = new Float32Array(Math.round(seconds * track.rate))
      const damp = lowPass(track.rate)
      for (let sample = 0; sample < dry.length; sample += 1) {
        const slot = sample % ring.length
        const echo = ring[slot]
        ring[slot] = dry[sample] + 0.86 * damp(echo, 2600)
        room[sample] += echo / roomDelays[side].length
      }
    }
    for (let sample = 0; sample < dry.length; sample += 1) dry[sample] += wet * room[sample]
  }
}

/** Begins and ends in silence. */
export function fade(track, { seconds, inward = seconds, outward = seconds }) {
  const length = track.left.length / track.rate
  for (let sample = 0; sample < track.left.length; sample += 1) {
    const at = sample / track.rate
    const loud = rise(at, 0, inward) * (1 - rise(at, length - outward, length - 0.05))
    track.left[sample] *= loud
    track.right[sample] *= loud
  }
}

function wav(track, gain) {
  const frames = track.left.length
  const bytes = Buffer.alloc(44 + frames * 4)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + frames * 4, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(2, 22)
  bytes.writeUInt32LE(track.rate, 24)
  bytes.writeUInt32LE(track.rate * 4, 28)
  bytes.writeUInt16LE(4, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(frames * 4, 40)
  for (let sample = 0; sample < frames; sample += 1) {
    bytes.writeInt16LE(Math.round(32767 * clip(track.left[sample] * gain)), 44 + sample * 4)
    bytes.writeInt16LE(Math.round(32767 * clip(track.right[sample] * gain)), 46 + sample * 4)
  }
  return bytes
}

const clip = (value) => Math.min(1, Math.max(-1, value))

/** Integrated loudness in LUFS (EBU R128), as ffmpeg measures it. */
export async function loudness(args, input) {
  const { errors } = await run(
    'ffmpeg',
    ['-hide_banner', ...args, '-af', 'ebur128=peak=true', '-f', 'null', '-'],
    input,
  )
  const summary = errors.slice(errors.lastIndexOf('Summary:'))
  return { lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)[1]), peak: Number(/Peak:\s+(-?[\d.]+)/.exec(summary)[1]) }
}

/** The sound as a WAV file of the asked loudness; gentle enough that nothing may clip. */
export async function wavAt(track, lufs) {
  const loudest = Math.max(peakOf(track.left), peakOf(track.right))
  const measured = await loudness(['-i', 'pipe:0'], wav(track, 0.5 / loudest))
  const gain = (0.5 / loudest) * 10 ** ((lufs - measured.lufs) / 20)
  if (gain * loudest > 0.9) throw new Error(`At ${lufs} LUFS the sound would clip.`)
  return wav(track, gain)
}

const peakOf = (samples) => samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
