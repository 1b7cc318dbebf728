import type { Alert, Instrument } from './instrument'

/** The index of the chosen option in its option set, by item number. */
export type Answers = Readonly<Record<number, number>>

/** The items that are asked, given what was answered so far: a skip leaves some out. */
export function asked(instrument: Instrument, answers: Answers): number[] {
  const { skip } = instrument
  const leaves = skip && scoreOf(instrument, skip.item, answers) === skip.score ? skip.items : []
  return instrument.items.map(({ n }) => n).filter((n) => !leaves.includes(n))
}

/** Items that are asked and have no answer of their option set. */
export const missing = (instrument: Instrument, answers: Answers): number[] =>
  asked(instrument, answers).filter((n) => scoreOf(instrument, n, answers) === undefined)

/** undefined where there is no such item, no answer, or no such option. */
export function scoreOf(instrument: Instrument, item: number, answers: Answers): number | undefined {
  const found = instrument.items.find(({ n }) => n === item)
  const chosen = Object.hasOwn(answers, item) ? answers[item] : undefined
  if (!found || chosen === undefined || !Number.isInteger(chosen)) return undefined
  return instrument.optionSets[found.options]?.[chosen]?.score
}

/** What the answers given so far set off; an answer that was changed back sets off nothing. */
export const alertsOf = (instrument: Instrument, answers: Answers): Alert[] =>
  instrument.alerts.filter(({ item, atLeast }) => (scoreOf(instrument, item, answers) ?? -1) >= atLeast)

/** Help comes before the next question and before any score, whatever the rest of the answers say. */
export const needsHelpNow = (instrument: Instrument, answers: Answers): boolean =>
  alertsOf(instrument, answers).some(({ path }) => path === 'crisis')
