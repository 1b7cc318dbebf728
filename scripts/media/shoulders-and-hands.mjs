import { muscleWindow } from './muscles.mjs'
import { clay, leaf, mix, paper } from './palette.mjs'
import { rise } from './sound.mjs'

const seconds = 75

/** Five seconds tight, then ten or more loose: progressive muscle relaxation after Jacobson, in its short form. */
export const holds = [
  { part: 'hands', tightAt: 5, looseAt: 10, endAt: 20, words: ['双手握拳，保持五秒', '松开双手，留意那份松软'] },
  { part: 'shoulders', tightAt: 20, looseAt: 25, endAt: 35, words: ['双肩抬向耳朵', '让双肩慢慢落下'] },
  { part: 'threads', tightAt: 35, looseAt: 40, endAt: 50, words: ['收紧眉心与下颌', '眉心舒展，下颌放松'] },
  { part: 'wholeBody', tightAt: 50, looseAt: 55, endAt: 67, words: ['全身一起轻轻收紧', '全身松开，慢慢呼气'] },
]

const title = (text) => ({ text, size: 42 })
const note = (text) => ({ text, size: 28 })

const captions = [
  { from: 0.3, to: 4.9, lines: [title('坐稳，双脚踩地'), note('用七分力就好，不舒服就停下')] },
  ...holds.flatMap(({ tightAt, looseAt, endAt, words }) => [
    { from: tightAt, to: looseAt, lines: [title(words[0])] },
    { from: looseAt, to: endAt, lines: [title(words[1])] },
  ]),
  { from: 67.1, to: 74.6, lines: [title('就到这里'), note('您可以再坐一会儿')] },
]

/** One dot a second, so that nobody has to count. */
function countingDots({ tightAt, looseAt, endAt }, at) {
  const tight = at < looseAt
  const [from, to] = tight ? [tightAt, looseAt] : [looseAt, endAt]
  const total = Math.round(to - from)
  const colour = tight ? clay : leaf
  const dots = []
  for (let dot = 0; dot < total; dot += 1) {
    const passed = Math.min(1, Math.max(0, (at - from - dot) * 2))
    const fill = mix(mix(colour, paper, 0.75), colour, passed)
    dots.push(`<circle cx="${360 + (dot - (total - 1) / 2) * 26}" cy="672" r="7" fill="${fill}"/>`)
  }
  return dots.join('')
}

function drawingAt(at) {
  const hold = holds.find(({ endAt }) => at < endAt) ?? holds[holds.length - 1]
  const last = hold === holds[holds.length - 1]
  const tight = rise(at, hold.tightAt, hold.tightAt + 1.4) * (1 - rise(at, hold.looseAt, hold.looseAt + 2.4))
  const appearing = hold === holds[0] ? 1 : rise(at, hold.tightAt - 0.05, hold.tightAt + 0.7)
  const leaving = last ? 0 : rise(at, hold.endAt - 0.6, hold.endAt)
  const counting = at >= hold.tightAt && at < hold.endAt
  const dots = counting ? countingDots(hold, at) : ''
  return muscleWindow({ part: hold.part, tight, shown: appearing * (1 - leaving), dots })
}

export const shouldersAndHands = { seconds, captions, drawingAt }
