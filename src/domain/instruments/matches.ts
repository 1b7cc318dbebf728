import { type Field, fieldNames } from '../counsellors/words'
import { type Audience, audiences, type Topic, topicNames } from '../pieces/words'
import { briefs } from './briefs'
import type { Instrument, InstrumentId } from './instrument'
import type { ScaleScore } from './score'

/** The scores of a stored result fit. */
export type Scores = readonly Pick<ScaleScore, 'key' | 'score'>[]

/** Something that may help: pieces of the library on one topic, the breathing along, another look, or somebody to talk to. */
export type Help =
  | { kind: 'pieces'; topic: Topic }
  | { kind: 'breathing' }
  | { kind: 'test'; id: InstrumentId }
  | { kind: 'counsellors'; field: Field }

/** `why` is the rule itself in words, so that what is shown is what was applied. */
export type Match = { help: Help; why: string }

type Rule = { scale: string; help: Help } & ({ from: number } | { upTo: number })

const breathing: Help = { kind: 'breathing' }
const on = (topic: Topic): Help => ({ kind: 'pieces', topic })
const talk = (field: Field): Help => ({ kind: 'counsellors', field })

/** The limits are those of the bands. */
const rules: Record<InstrumentId, readonly Rule[]> = {
  phq4: [
    { scale: 'anxiety', from: 3, help: breathing },
    { scale: 'anxiety', from: 3, help: on('stress') },
    { scale: 'depression', from: 3, help: on('emotion') },
    { scale: 'depression', from: 3, help: talk('mood') },
    { scale: 'anxiety', from: 3, help: talk('mood') },
  ],
  phq9: [
    { scale: 'total', from: 5, help: on('emotion') },
    { scale: 'total', from: 5, help: on('sleep') },
    { scale: 'total', from: 10, help: breathing },
    { scale: 'total', from: 10, help: talk('mood') },
  ],
  gad7: [
    { scale: 'total', from: 5, help: breathing },
    { scale: 'total', from: 5, help: on('stress') },
    { scale: 'total', from: 10, help: on('sleep') },
    { scale: 'total', from: 10, help: talk('mood') },
  ],
  dass21: [
    { scale: 'anxiety', from: 8, help: breathing },
    { scale: 'stress', from: 15, help: on('stress') },
    { scale: 'depression', from: 10, help: on('emotion') },
    { scale: 'depression', from: 10, help: talk('mood') },
    { scale: 'anxiety', from: 8, help: talk('mood') },
    { scale: 'stress', from: 15, help: talk('stress') },
  ],
  cbi: [
    { scale: 'work', from: 45, help: on('work') },
    { scale: 'personal', from: 50, help: on('self-care') },
    { scale: 'personal', from: 50, help: on('sleep') },
    { scale: 'work', from: 45, help: talk('stress') },
    { scale: 'personal', from: 50, help: talk('stress') },
  ],
  k6: [
    { scale: 'total', from: 5, help: breathing },
    { scale: 'total', from: 5, help: on('emotion') },
    { scale: 'total', from: 13, help: on('stress') },
    { scale: 'total', from: 5, help: talk('mood') },
  ],
  srq20: [
    { scale: 'total', from: 7, help: on('sleep') },
    { scale: 'total', from: 7, help: on('stress') },
    { scale: 'total', from: 7, help: breathing },
    { scale: 'total', from: 7, help: talk('mood') },
  ],
  who5: [
    { scale: 'total', upTo: 51, help: { kind: 'test', id: 'phq9' } },
    { scale: 'total', upTo: 51, help: on('self-care') },
    { scale: 'total', upTo: 31, help: on('emotion') },
    { scale: 'total', upTo: 51, help: talk('mood') },
  ],
  swls: [
    { scale: 'total', upTo: 19, help: on('relationships') },
    { scale: 'total', upTo: 19, help: on('self-care') },
    { scale: 'total', upTo: 19, help: talk('growth') },
  ],
  'audit-c': [
    { scale: 'total', from: 3, help: on('stress') },
    { scale: 'total', from: 3, help: on('sleep') },
    { scale: 'total', from: 3, help: talk('drinking') },
  ],
}

const applies = (rule: Rule, score: number) => ('from' in rule ? score >= rule.from : score <= rule.upTo)

const named = (help: Help) => {
  if (help.kind === 'breathing') return '呼吸练习'
  if (help.kind === 'counsellors') return `擅长「${fieldNames[help.field]}」的咨询师`
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

/** Two rules may lead to the same counsellors; the first that applies says why. */
const isAmong = (matched: readonly Match[], help: Help) =>
  matched.some((one) => one.help.kind === 'counsellors' && help.kind === 'counsellors' && one.help.field === help.field)

/** By fixed rules and nothing else: the same scores always give the same. Something quiet when no rule applies. */
export const matchesOf = (instrument: Instrument, scores: Scores): Match[] => {
  const matched = rules[instrument.id]
    .filter((rule) => scores.some(({ key, score }) => key === rule.scale && applies(rule, score)))
    .map((rule) => ({ help: rule.help, why: saying(instrument, rule) }))
    .filter(({ help }, at, all) => !isAmong(all.slice(0, at), help))
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
