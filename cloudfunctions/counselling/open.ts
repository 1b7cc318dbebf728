import { leave } from '../../src/domain/counsellors/counsellor'
import { done } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { counsellorsStore, timetablesStore } from './counsellors-store'
import { leaveRecords } from './leave-records'
import { withShown } from './offered'
import { sessionOf } from './record-session'
import { repliesStore } from './replies-store'
import { returnChats } from './return-chats'

export { forgetTyping } from './destroy-chat'
export { freeTimesOf, giveBackOffersOf } from './free-times'

/** Whoever ended their work is offered no more and has no hours. What stands stays, for whoever takes over. Again it is the same. */
export async function endCounselling(staffId: string, { database, now }: { database: Database; now: Date }) {
  await database
    .open(counsellorsStore)
    .change(staffId, (counsellor) =>
      counsellor && counsellor.leftAt === ''
        ? done({ write: withShown(leave(counsellor, now)), reply: true })
        : done({ reply: false }),
    )
  await database.open(timetablesStore).remove(staffId)
  await database.open(repliesStore).remove(staffId)
  await returnChats(staffId, { database, now })
  await leaveRecords(staffId, { database, now })
}

/** Days after a session in which its counsellor may still hand the person on to those on duty. */
const REFERRED_WITHIN_DAYS = 14

/** Whose session it is, for the counsellor it is or was with a short while ago. */
export async function whoseSession(
  session: { of: 'chat' | 'booking'; ofId: string; staffId: string },
  around: { database: Database; now: Date },
): Promise<string | undefined> {
  const found = await sessionOf(session, around)
  return found && daysLater(around.now, -REFERRED_WITHIN_DAYS) < new Date(found.at) ? found.personId : undefined
}
