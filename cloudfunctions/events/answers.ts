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

/** What those with a seat answered, without who it was; an event that asks nothing has none. */
export async function answersOf(
  { id: eventId, questions, branchId }: StoredEvent,
  after: string | undefined,
  context: Context<StaffCaller>,
): Promise<Output<'doors', 'answers'>> {
  const asked = questions.map(({ id, text }) => ({ id, text }))
  if (questions.length === 0) return { questions: asked, rows: [], next: null }
  const page: Page<StoredSignup> = await context.database
    .open(signupsStore)
    .find({ index: 'inTurn', where: { eventId, state: 'seated' }, limit: A_PAGE, ...(after && { after }) })
  const why = { reason: 'event-host', role: 'host', branchId } as const
  const rows: Output<'doors', 'answers'>['rows'] = []
  for (const signup of page.rows) {
    try {
      const { answers, places } = await reveal(signupsStore, signup, why, context)
      const said = JSON.parse(answers) as Record<string, string>
      rows.push({ places, answers: questions.map(({ id }) => said[id] ?? '') })
    } catch (error) {
      // Destroyed between the finding of it and now: whoever took theirs back has said nothing.
      if (!(error instanceof KeyGone)) throw error
    }
  }
  return { questions: asked, rows, next: page.next }
}
