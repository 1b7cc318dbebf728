import { said } from '../../../src/domain/notices/notice'
import { done } from '../../../src/domain/result'
import { MOST_ROWS, type Page } from '../database'
import type { Job, JobContext } from '../job'
import { pushAll } from './push'
import { each } from './side-by-side'
import { noticesStore, type StoredNotice } from './store'
import { askedOf, type IsTrue, type Subjects } from './subjects'

/** Says what is due, then hands to WeChat what it may. One that cannot be said now does not keep the others waiting. */
export const sendNotices = (subjects: Subjects): Job => ({
  name: 'send-notices',
  everyMinutes: 1,
  run: async (context) => {
    const faults: unknown[] = []
    const isTrue = askedOf(subjects, context)
    const amount = (await sayDue(isTrue, context, faults)) + (await pushAll(isTrue, context, faults))
    if (faults.length > 0) throw faults[0]
    return amount
  },
})

async function sayDue(isTrue: IsTrue, context: JobContext, faults: unknown[]): Promise<number> {
  const { database, now, timeLeft } = context
  const range = { before: new Date(now.getTime() + 1).toISOString() }
  let amount = 0
  let after: string | null = null
  do {
    const page: Page<StoredNotice> = await database
      .open(noticesStore)
      .find({ index: 'byDue', where: { state: 'waiting' }, range, limit: MOST_ROWS, ...(after && { after }) })
    amount += await each(page.rows, timeLeft, faults, (notice) => say(notice, isTrue, context))
    after = page.next
  } while (after && timeLeft())
  return amount
}

async function say(notice: StoredNotice, isTrue: IsTrue, { database, now, channel }: JobContext) {
  const stillTrue = await isTrue(notice)
  await database.open(noticesStore).change(notice.id, (current) => {
    if (!current) return done({ reply: true })
    const next = said(current, stillTrue, channel !== undefined, now)
    return done(next === current ? { reply: true } : { write: { ...current, ...next }, reply: true })
  })
}
