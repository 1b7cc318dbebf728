import {
  type Answered,
  type AnsweredMonth,
  emptyMonth,
  monthOfCall,
  withEntry,
} from '../../src/domain/hotlines/answered'
import { done, type Result } from '../../src/domain/result'
import { monthOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { answeredMonthsStore, answeredStore } from './hotlines-store'

/** Writes one entry and the sums of the months it was and is in, as one. `startedAt`: the instant it will have. */
export async function writeEntry<Code extends string>(
  id: string,
  database: Database,
  startedAt: string,
  rule: (before: Answered | undefined) => Result<Answered, Code>,
) {
  const entries = database.open(answeredStore)
  const months = database.open(answeredMonthsStore)
  for (;;) {
    const known = await entries.get(id)
    const from = known && monthOfCall(known)
    const to = monthOf(startedAt)
    const refs = { entry: entries.at(id), to: months.at(to), ...(from && from !== to && { from: months.at(from) }) }
    const written = await database.together(refs, (documents) => {
      const before = documents.entry
      // Moved to another month meanwhile: looked at anew.
      if (before && monthOfCall(before) !== from) return done({ write: {}, reply: undefined })
      const asked = rule(before)
      if (!asked.ok) return asked
      const entry = asked.data
      if (entry === before) return done({ write: {}, reply: entry })
      const sums = (id: string, document: AnsweredMonth | undefined) => {
        let sum: AnsweredMonth = document ?? emptyMonth()
        if (before && monthOfCall(before) === id) sum = withEntry(sum, before, -1)
        if (monthOfCall(entry) === id) sum = withEntry(sum, entry, 1)
        return { id, ...bare(sum) }
      }
      const earlier = (documents as { from?: AnsweredMonth }).from
      return done({
        write: { entry, to: sums(to, documents.to), ...(from && from !== to && { from: sums(from, earlier) }) },
        reply: entry,
      })
    })
    if (!written.ok) return written
    if (written.data) return done(written.data)
  }
}

const bare = ({ lines, topics, outcomes }: AnsweredMonth) => ({ lines, topics, outcomes })
