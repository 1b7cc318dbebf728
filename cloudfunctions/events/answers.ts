import type { Output } from '../../src/contract'
import type { StaffCaller } from '../_kit/caller'
import type { Page } from '../_kit/database'
import { reveal } from '../_kit/reveal'
import { KeyGone } from '../_kit/sealing'
import type { Context } from '../_kit/serve'
import type { StoredEvent } from './events-store'
import { type StoredSignup, signupsStore } from './signups-store'

/** Each is a reading that its person finds in 「谁看过我」, so a page is short. */
const A_PAGE = 20

/** Whoever has a seat, then whoever came already: a group goes on after its first time. */
const states = ['seated', 'came'] as const
type Answered = (typeof states)[number]

/** A cursor says among whom it is as well. */
const placeOf = (after: string | undefined): { state: Answered; at: string } => {
  const state = states.find((one) => after?.startsWith(`${one}.`))
  return state ? { state, at: after?.slice(state.length + 1) ?? '' } : { state: 'seated', at: '' }
}

/** One page, which goes on from those with a seat to those who came. */
async function answered(
  eventId: string,
  after: string | undefined,
  { database }: Pick<Context<StaffCaller>, 'database'>,
) {
  const read = ({ state, at }: ReturnType<typeof placeOf>, limit: number): Promise<Page<StoredSignup>> =>
    database.open(signupsStore).find({ index: 'inTurn', where: { eventId, state }, limit, ...(at && { after: at }) })
  const from = placeOf(after)
  const { rows, next } = await read(from, A_PAGE)
  if (next !== null) return { found: rows, next: `${from.state}.${next}` }
  if (from.state === 'came') return { found: rows, next }
  if (rows.length === A_PAGE) return { found: rows, next: 'came.' }
  const came = await read({ state: 'came', at: '' }, A_PAGE - rows.length)
  return { found: [...rows, ...came.rows], next: came.next && `came.${came.next}` }
}

/** What those with a seat answered, without who it was; an event that asks nothing has none. */
export async function answersOf(
  { id: eventId, questions, branchId }: StoredEvent,
  after: string | undefined,
  context: Context<StaffCaller>,
): Promise<Output<'doors', 'answers'>> {
  const asked = questions.map(({ id, text }) => ({ id, text }))
  if (questions.length === 0) return { questions: asked, rows: [], next: null }
  const { found, next } = await answered(eventId, after, context)
  const why = { reason: 'event-host', role: 'host', branchId } as const
  const rows: Output<'doors', 'answers'>['rows'] = []
  for (const signup of found) {
    try {
      const { answers, places } = await reveal(signupsStore, signup, why, context)
      const said = JSON.parse(answers) as Record<string, string>
      rows.push({ places, answers: questions.map(({ id }) => said[id] ?? '') })
    } catch (error) {
      // Destroyed between the finding of it and now: whoever took theirs back has said nothing.
      if (!(error instanceof KeyGone)) throw error
    }
  }
  return { questions: asked, rows, next }
}
