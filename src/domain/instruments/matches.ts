import { type Audience, audiences, type Topic, topicNames } from '../pieces/words'
import { briefs } from './briefs'
import type { Instrument, InstrumentId } from './instrument'
import type { ScaleScore } from './score'

/** The scores of a stored result fit. */
export type Scores = readonly Pick<ScaleScore, 'key' | 'score'>[]

/** Something that may help: pieces of the library on one topic, the breathing along, or another look. */
export type Help = { kind: 'pieces'; topic: Topic } | { kind: 'breathing' } | { kind: 'test'; id: InstrumentId }

/** `why` is the rule itself in words, so that what is shown is what was applied. */
export type Match = { help: Help; why: string }

type Rule = { scale: string; help: Help } & ({ from: number } | { upTo: number })

const breathing: Help = { kind: 'breathing' }
const on = (topic: Topic): Help => ({ kind: 'pieces', topic })

/** The limits are those of the bands. */
const rules: Record<InstrumentId, readonly Rule[]> = {
  phq4: [
    { scale: 'anxiety', from: 3, help: breathing },
    { scale: 'anxiety', from: 3, help: on('stress') },
    { scale: 'depression', from: 3, help: on('emotion') },
  ],
  phq9: [
    { scale: 'total', from: 5, help: on('emotion') },
    { scale: 'total', from: 5, help: on('sleep') },
    { scale: 'total', from: 10, help: breathing },
  ],
  gad7: [
    { scale: 'total', from: 5, help: breathing },
    { scale: 'total', from: 5, help: on('stress') },
    { scale: 'total', from: 10, help: on('sleep') },
  ],
  dass21: [
    { scale: 'anxiety', from: 8, help: breathing },
    { scale: 'stress', from: 15, help: on('stress') },
    { scale: 'depression', from: 10, help: on('emotion') },
  ],
  cbi: [
    { scale: 'work', from: 45, help: on('work') },
    { scale: 'personal', from: 50, help: on('self-care') },
    { scale: 'personal', from: 50, help: on('sleep') },
  ],
  k6: [
    { scale: 'total', from: 5, help: breathing },
    { scale: 'total', from: 5, help: on('emotion') },
    { scale: 'total', from: 13, help: on('stress') },
  ],
  srq20: [
    { scale: 'total', from: 7, help: on('sleep') },
    { scale: 'total', from: 7, help: on('stress') },
    { scale: 'total', from: 7, help: breathing },
  ],
  who5: [
    { scale: 'total', upTo: 51, help: { kind: 'test', id: 'phq9' } },
    { scale: 'total', upTo: 51, help: on('self-care') },
    { scale: 'total', upTo: 31, help: on('emotion') },
  ],
  swls: [
    { scale: 'total', upTo: 19, help: on('relationships') },
    { scale: 'total', upTo: 19, help: on('self-care') },
  ],
  'audit-c': [
    { scale: 'total', from: 3, help: on('stress') },
    { scale: 'total', from: 3, help: on('sleep') },
  ],
}

const applies = (rule: Rule, score: number) => ('from' in rule ? score >= rule.from : score <= rule.upTo)

const named = (help: Help) => {
  if (help.kind === 'breathing') return '呼吸练习'
  return help.kind === 'test'
    ? `再做一份「${briefs[help.id].title}」`
    : `「${topicNames[help.topic]}」主题的内容，写给的人多的在前`
}

const saying = (instrument: Instrument, rule: Rule) => {
  const scale = instrument.scales.find(({ key }) => key === rule.scale)
  if (!scale) throw new Error(`${instrument.id} has no scale ${rule.scale}`)
  const limit = 'from' in rule ? `${rule.from} 分或以上` : `${rule.upTo} 分或以下`
  const [lowest, highest] = scale.range
  return `「${scale.title}」${limit}（范围 ${lowest} 到 ${highest} 分）时，推荐${named(rule.help)}。`
}

/** By fixed rules and nothing else: the same scores always give the same. Something quiet when no rule applies. */
export const matchesOf = (instrument: Instrument, scores: Scores): Match[] => {
  const matched = rules[instrument.id]
    .filter((rule) => scores.some(({ key, score }) => key === rule.scale && applies(rule, score)))
    .map((rule) => ({ help: rule.help, why: saying(instrument, rule) }))
  if (matched.length > 0) return matched
  return [{ help: on('self-care'), why: `没有哪一项到了推荐别的内容的分数时，推荐${named(on('self-care'))}。` }]
}

type ForSome = { audiences: readonly Audience[] }

/** A piece that names nobody is for everybody. */
const breadth = (piece: ForSome) => piece.audiences.length || audiences.length

/** Kept in words beside what is shown, like the rules. */
export const orderOfPieces = '同一主题里，写给的人越多越靠前，一样多时新的在前；只写给一类职工的，没有别的才会出现。'

/** Of a topic's pieces, the newest first: nobody is taken for a mother or a teacher because they are low. */
export const piecesToOffer = <Piece extends ForSome>(newestFirst: readonly Piece[], most: number): Piece[] => {
  const wide = newestFirst.filter((piece) => breadth(piece) > 1)
  return [...(wide.length > 0 ? wide : newestFirst)].sort((one, other) => breadth(other) - breadth(one)).slice(0, most)
}
