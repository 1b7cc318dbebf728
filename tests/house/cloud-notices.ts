import { noticesStore } from '../../cloudfunctions/_kit/outbox/store'
import { minutesLater } from '../../src/domain/time'
import type { CloudHouse } from './cloud-house'

let next = 0

/** Put there behind the functions' back: what nobody says yet stands for what is said one day. Due a moment ago. */
export async function putNotice(house: CloudHouse, personId: string, change: object = {}): Promise<string> {
  const id = `reading.behind${next++}.1.chat-waiting`
  const at = minutesLater(new Date(), -1).toISOString()
  const speaks = {
    kind: 'chat-waiting',
    subject: 'reading.behind',
    subjectKind: 'reading',
    subjectId: 'behind',
    revision: 1,
  }
  const push = { push: 'none', pushAt: '9999-12-31T00:00:00.000Z', attempt: '', subscriptionId: '', tries: 0 }
  const state = { appointmentAt: '', state: 'waiting', at, unread: false }
  await house.standIn.load('notices', [
    { _id: id, personId, ...speaks, ...state, ...push, v: noticesStore.version, r: 'loaded', ...change },
  ])
  return id
}

/** The clock's next minute, in which this job alone is due. */
export async function minuteOf(house: CloudHouse, job: string): Promise<void> {
  const now = new Date()
  const ended = (name: unknown) => minutesLater(now, name === job ? -1 : 0).toISOString()
  const leases = house.standIn
    .dump('leases')
    .map((lease) => ({ ...lease, until: ended(lease._id), endedAt: ended(lease._id) }))
  await house.standIn.load('leases', leases)
  await house.cloud.timer('clock')
}
