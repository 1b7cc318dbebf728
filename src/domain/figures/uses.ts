import { type Kind, kinds } from '../events/words'
import { type InstrumentId, instrumentIds } from '../instruments/instrument'

/** Numbers that the app's help offers to dial; `union`: the union's own line. */
export const dialled = ['12356', '120', '110', 'union'] as const
export type Dialled = (typeof dialled)[number]

/** What matched a result: a piece of the library, an exercise, or the counsellors of a field. */
export const matches = ['piece', 'exercise', 'counsellors'] as const
export type Match = (typeof matches)[number]

/**
 * What is counted about the tests and the way to help, never about a person. A test is `left` at the item that was in sight
 * when it was given up: an hour without coming back, or «not now» said. `help.shown`: the help page came by itself, before
 * the next question; `help.opened`: somebody went there. `hotlines.dialled` names a line of the list by its `dialId`;
 * `events.opened`, the page of an event, by what kind it is.
 */
export type Use =
  | `tests.started.${InstrumentId}`
  | `tests.finished.${InstrumentId}`
  | `tests.left.${InstrumentId}.${number}`
  | `matches.opened.${Match}`
  | 'help.shown'
  | 'help.opened'
  | `help.dialled.${Dialled}`
  | `hotlines.dialled.${number}`
  | `events.opened.${Kind}`

const tests = `(${instrumentIds.join('|')})`
const pattern = new RegExp(
  `^(tests\\.(started|finished)\\.${tests}|tests\\.left\\.${tests}\\.([1-9]|[1-3]\\d)|matches\\.opened\\.(${matches.join('|')})|help\\.(shown|opened)|help\\.dialled\\.(${dialled.join('|')})|hotlines\\.dialled\\.[1-9]\\d{0,2}|events\\.opened\\.(${kinds.join('|')}))$`,
)

export const isUse = (text: string): text is Use => pattern.test(text)
