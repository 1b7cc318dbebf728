import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Channel } from '../../cloudfunctions/_kit/outbox/channel'
import { plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { sendNotices } from '../../cloudfunctions/_kit/outbox/send'
import { noticesStore, subscriptionsStore } from '../../cloudfunctions/_kit/outbox/store'
import type { Api } from '../../src/contract/client'
import type { Outcome, Planned } from '../../src/domain/notices/notice'
import type { Message } from '../../src/domain/notices/template'
import { minutesLater } from '../../src/domain/time'
import { dataOf } from './data-of'
import { type House, openHouse } from './open-house'

export const START = '2026-03-10T02:00:00.000Z'
export const TEMPLATE = 'templatenumber-000001'

export let house: House
export let lin: Api
export let name: string
export let turn = 0
/** What is booked: which revision of a booking counts. The counselling that keeps such things is not part of this story. */
export const revisions = new Map<string, number>()
export const sent: { openid: string; message: Message }[] = []
let answers: Outcome[] = []
export const channel: Channel = {
  templates: () => [{ id: TEMPLATE, kinds: ['booking-soon', 'booking-changed'], fields: { thing1: 'words' } }],
  send: async (openid, message) => {
    sent.push({ openid, message })
    return answers.shift() ?? 'sent'
  },
}

/** What WeChat answers to what comes next; `sent` once nothing is said any more. */
export const wechatAnswers = (...next: Outcome[]) => {
  answers = next
}

/** A house with a channel; somebody new for each story. */
export function outboxStories() {
  beforeAll(async () => {
    house = await openHouse(START)
    house.openChannel(channel)
  })
  afterAll(() => house.close())
  beforeEach(() => {
    house.clock.set(START)
    name = `林${turn++}`
    lin = house.employee(name)
    sent.length = 0
    answers = []
  })
}

export const personOf = (who: string) => house.keys.hash('person', who)
export const around = (database: Database = house.database) => ({ database, keys: house.keys, now: house.clock.now() })
export const run = (through: Channel | undefined = undefined, database: Database = house.database) =>
  sendNotices({ booking: async ({ subjectId, revision }) => revisions.get(subjectId) === revision }).run({
    ...around(database),
    files: house.files,
    timeLeft: () => true,
    ...(through && { channel: through }),
  })
export const booking = (id: string) => ({ kind: 'booking', id }) as const
export const soon = (id: string, change: Partial<Planned> = {}): Planned => ({
  personId: personOf(name),
  kind: 'booking-soon',
  subject: booking(id),
  revision: 1,
  dueAt: minutesLater(house.clock.now(), 10),
  appointmentAt: minutesLater(house.clock.now(), 70),
  ...change,
})
/** Booked and to be reminded of in ten minutes. */
export async function booked(change: Partial<Planned> = {}) {
  const id = `booking${turn++}`
  revisions.set(id, 1)
  await plan([soon(id, change)], around())
  return id
}
export const inbox = async () => dataOf(await lin.notices.list({})).rows
export const unread = async () => dataOf(await lin.notices.count({})).unread
export const stored = async (id: string) =>
  (
    await house.database
      .open(noticesStore)
      .find({ index: 'bySubject', where: { subject: `booking.${id}` }, limit: 100 })
  ).rows
export const consents = async () =>
  (
    await house.database
      .open(subscriptionsStore)
      .find({ index: 'byPerson', where: { personId: personOf(name) }, limit: 100 })
  ).rows
let accepted = 0
export const agrees = async () =>
  dataOf(
    await lin.notices.subscribed({
      subscriptionId: `subscription${String(accepted++).padStart(6, '0')}`,
      templateId: TEMPLATE,
    }),
  )
