import { expect, it } from 'vitest'
import { type OwnMonth, ownColumns, ownHeads, ownLines } from './own-work'

const none: OwnMonth = {
  ...{ month: '2026-03', attended: 0, minutes: 0, leadMet: 0, missed: 0, cancelledByCounsellor: 0 },
  ...{ chatsAccepted: 0, chatWait: 0, chatsMet: 0, chatsEnded: 0, chatMinutes: 0 },
}

it('tells hours, sessions, waiting and who did not come, month by month', () => {
  const month: OwnMonth = {
    ...none,
    ...{ attended: 3, minutes: 150, leadMet: 3 * 36 * 60, missed: 1, cancelledByCounsellor: 2 },
    ...{ chatsAccepted: 2, chatWait: 90, chatsMet: 3, chatsEnded: 2, chatMinutes: 61 },
  }
  expect(ownLines([month])).toEqual([['2026-03', '3', '2.5', '1.5', '1', '25', '2', '2', '0.8', '3', '61']])
})

it('is a dash where nothing can be said of none', () => {
  expect(ownLines([none])).toEqual([['2026-03', '0', '0', '—', '0', '—', '0', '0', '—', '0', '0']])
})

it('has a head for each column, and says how it is counted', () => {
  expect(ownLines([none])[0]).toHaveLength(ownHeads.length)
  for (const { how } of ownColumns) expect(how.length).toBeGreaterThan(5)
})
