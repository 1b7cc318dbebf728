import { glow, leaf, leafSoft, light, mix, paper } from './palette.mjs'
import { rise } from './sound.mjs'

const seconds = 60
const inSeconds = 4
const outSeconds = 6
const starts = [5, 15, 25, 35, 45]

export const breaths = starts.map((inAt) => ({
  inAt,
  outAt: inAt + inSeconds,
  endAt: inAt + inSeconds + outSeconds,
}))

const title = (text) => ({ text, size: 42 })
const note = (text) => ({ text, size: 28 })

const captions = [
  { from: 0.3, to: 4.9, lines: [title('找一个舒服的姿势'), note('跟着光，慢慢呼吸')] },
  ...breaths.flatMap(({ inAt, outAt, endAt }) => [
    { from: inAt, to: outAt, lines: [title('慢慢吸气')] },
    { from: outAt, to: endAt, lines: [title('轻轻呼气')] },
  ]),
  { from: 55.1, to: 59.6, lines: [title('就到这里'), note('您可以再坐一会儿')] },
]

const widthAt = (at) => {
  const breath = breaths.find(({ inAt, endAt }) => at >= inAt && at < endAt)
  if (!breath) return 0
  return rise(at, breath.inAt, breath.outAt) * (1 - rise(at, breath.outAt, breath.endAt))
}

/** `width` is 0 when the breath is out and 1 when it is in. */
export function lightOf(width) {
  const radius = 92 + 138 * width
  const rings = [
    { beyond: 1.16, opacity: 0.1 + 0.05 * width },
    { beyond: 1.07, opacity: 0.14 + 0.05 * width },
  ].map(
    ({ beyond, opacity }) =>
      `<circle cx="360" cy="300" r="${(radius * beyond).toFixed(1)}" fill="${leaf}" fill-opacity="${opacity.toFixed(3)}"/>`,
  )
  return [
    `<defs><radialGradient id="light"><stop offset="0" stop-color="${glow}"/>`,
    `<stop offset=".5" stop-color="${mix(glow, light, 0.16 + 0.12 * width)}"/>`,
    `<stop offset=".8" stop-color="${mix(leafSoft, glow, 0.35)}"/>`,
    `<stop offset="1" stop-color="${mix(leafSoft, leaf, 0.22)}"/></radialGradient></defs>`,
    `<rect width="720" height="720" fill="${paper}"/>`,
    ...rings,
    `<circle cx="360" cy="300" r="${radius.toFixed(1)}" fill="url(#light)"/>`,
  ].join('')
}

export const breathingWithLight = { seconds, captions, drawingAt: (at) => lightOf(widthAt(at)) }
