import { leave } from '../../src/domain/counsellors/counsellor'
import { done } from '../../src/domain/result'
import type { Database } from '../_kit/database'
import { counsellorsStore, timetablesStore } from './counsellors-store'
import { withShown } from './offered'
import { returnChats } from './return-chats'

export { forgetSigns } from './destroy-chat'

export { freeTimesOf } from './free-times'

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
  await returnChats(staffId, { database, now })
}
