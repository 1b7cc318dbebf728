import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Channel } from '../../cloudfunctions/_kit/outbox/channel'
import { cancel, cancelOlder, forget, plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { sendNotices } from '../../cloudfunctions/_kit/outbox/send'
import { noticesStore, subscriptionsStore } from '../../cloudfunctions/_kit/outbox/store'
import type { Api } from '../../src/contract/client'
import type { Outcome, Planned } from '../../src/domain/notices/notice'
import { remindersBefore } from '../../src/domain/notices/reminders'
import type { Message } from '../../src/domain/notices/template'
import { minutesLater } from '../../src/domain/time'
import { setStage } from '../contract/stage'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { asks, onDuty, supervisor, willing } from '../house/duty'
import { type House, openHouse } from '../house/open-house'

const START = '2026-03-10T02:00:00.000Z'
const TEMPLATE = 'templatenumber-000001'

let house: House
let lin: Api
let name: string
let turn = 0
/** What is booked: which revision of a booking counts. The counselling that keeps such things is not part of this story. */
const revisions = new Map<string, number>()
const sent: { openid: string; message: Message }[] = []
let answers: Outcome[] = []
const channel: Channel = {
  templates: () => [{ id: TEMPLATE, kinds: ['booking-soon', 'booking-changed'], fields: { thing1: 'words' } }],
  send: async (openid, message) => {
    sent.push({ openid, message })
    return answers.shift() ?? 'sent'
  },
}

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

const personOf = (who: string) => house.keys.hash('person', who)
const around = (database: Database = house.database) => ({ database, keys: house.keys, now: house.clock.now() })
const run = (through: Channel | undefined = undefined, database: Database = house.database) =>
  sendNotices({ booking: async ({ subjectId, revision }) => revisions.get(subjectId) === revision }).run({
    ...around(database),
    files: house.files,
    timeLeft: () => true,
    ...(through && { channel: through }),
  })
const booking = (id: string) => ({ kind: 'booking', id }) as const
const soon = (id: string, change: Partial<Planned> = {}): Planned => ({
  personId: personOf(name),
  kind: 'booking-soon',
  subject: booking(id),
  revision: 1,
  dueAt: minutesLater(house.clock.now(), 10),
  appointmentAt: minutesLater(house.clock.now(), 70),
  ...change,
})
/** Booked and to be reminded of in ten minutes. */
async function booked(change: Partial<Planned> = {}) {
  const id = `booking${turn++}`
  revisions.set(id, 1)
  await plan([soon(id, change)], around())
  return id
}
const inbox = async () => dataOf(await lin.notices.list({})).rows
const unread = async () => dataOf(await lin.notices.count({})).unread
const stored = async (id: string) =>
  (
    await house.database
      .open(noticesStore)
      .find({ index: 'bySubject', where: { subject: `booking.${id}` }, limit: 100 })
  ).rows
const consents = async () =>
  (
    await house.database
      .open(subscriptionsStore)
      .find({ index: 'byPerson', where: { personId: personOf(name) }, limit: 100 })
  ).rows
let accepted = 0
const agrees = async () =>
  dataOf(
    await lin.notices.subscribed({
      subscriptionId: `subscription${String(accepted++).padStart(6, '0')}`,
      templateId: TEMPLATE,
    }),
  )

describe('what is planned', () => {
  it('is in the inbox when it is due, and not a minute earlier', async () => {
    await booked()
    house.clock.forward(9)
    await run()
    expect(await inbox()).toEqual([])
    house.clock.forward(1)
    await run()
    expect(await inbox()).toMatchObject([
      { kind: 'booking-soon', at: '2026-03-10T02:10:00.000Z', path: '', unread: true },
    ])
  })
  it('is there once, planned twice and sent by clocks that run beside each other', async () => {
    const id = await booked()
    await plan([soon(id), soon(id)], around())
    house.clock.forward(10)
    await Promise.all([run(), run(), run()])
    await run()
    await plan([soon(id)], around())
    await run()
    expect(await inbox()).toHaveLength(1)
  })
  it('is there once after a clock that is killed at every call in turn', async () => {
    await booked()
    await booked()
    house.clock.forward(10)
    for (let calls = 0; ; calls++) {
      const cut = cutOff(house.database, calls)
      if (
        await run(undefined, cut.database).then(
          () => true,
          () => false,
        )
      )
        break
    }
    expect(await inbox()).toHaveLength(2)
  })
  it('is cancelled with what it speaks of', async () => {
    const id = await booked()
    await cancel(booking(id), around())
    house.clock.forward(10)
    await run()
    expect(await inbox()).toEqual([])
    expect(await stored(id)).toMatchObject([{ state: 'cancelled' }])
  })
  it('of an older time is cancelled when the time changes, and the new one comes', async () => {
    const id = await booked()
    revisions.set(id, 2)
    await cancelOlder(booking(id), 2, around())
    const startsAt = minutesLater(house.clock.now(), 48 * 60)
    const reminders = remindersBefore(startsAt, house.clock.now())
    await plan(
      reminders.map((reminder) => soon(id, { ...reminder, revision: 2, appointmentAt: startsAt })),
      around(),
    )
    house.clock.forward(10)
    await run()
    expect(await inbox()).toEqual([])
    house.clock.forward(24 * 60)
    await run()
    expect((await inbox()).map(({ kind }) => kind)).toEqual(['booking-tomorrow'])
    house.clock.forward(23 * 60)
    await run()
    expect((await inbox()).map(({ kind }) => kind)).toEqual(['booking-soon', 'booking-tomorrow'])
  })
  it('of an older time is never sent, also when the cancelling of it was lost', async () => {
    const id = await booked()
    revisions.set(id, 2)
    house.clock.forward(10)
    await run(channel)
    expect(await inbox()).toEqual([])
    expect(sent).toEqual([])
  })
  it('is not said once what it reminds of has begun, however long the clock stood still', async () => {
    await booked()
    house.clock.forward(70)
    await run()
    expect(await inbox()).toEqual([])
  })
  it('at night waits for the morning', async () => {
    house.clock.set('2026-03-10T14:00:00.000Z')
    await booked({ kind: 'booking-changed', appointmentAt: new Date('2026-03-12T02:00:00.000Z') })
    house.clock.set('2026-03-10T23:59:00.000Z')
    await run()
    expect(await inbox()).toEqual([])
    house.clock.set('2026-03-11T00:00:00.000Z')
    await run()
    expect(await inbox()).toMatchObject([{ kind: 'booking-changed', at: '2026-03-11T00:00:00.000Z' }])
  })
  it('of a kind that nobody answers for stops nothing else, and is not taken for true', async () => {
    await booked()
    const wish = { kind: 'wish', id: `wish${turn}` } as const
    await plan([soon('', { kind: 'wish-answered', subject: wish })], around())
    house.clock.forward(10)
    await expect(run()).rejects.toThrow('nobody answers for a wish')
    expect((await inbox()).map(({ kind }) => kind)).toEqual(['booking-soon'])
    await forget(wish, around())
    await run()
  })
})

describe('the inbox', () => {
  it('counts what was not seen, up to what was on the screen', async () => {
    await booked()
    await booked({ dueAt: minutesLater(house.clock.now(), 20) })
    house.clock.forward(10)
    await run()
    const [first] = await inbox()
    house.clock.forward(10)
    await run()
    expect(await unread()).toBe(2)
    dataOf(await lin.notices.read({ until: first?.at ?? '' }))
    expect(await unread()).toBe(1)
    expect((await inbox()).map((notice) => notice.unread)).toEqual([true, false])
  })
  it('goes on where the page ended, and shows nobody what is another’s', async () => {
    for (let each = 0; each < 23; each++) await booked()
    house.clock.forward(10)
    await run()
    const first = dataOf(await lin.notices.list({}))
    expect(first.rows).toHaveLength(20)
    const rest = dataOf(await lin.notices.list({ after: first.next ?? '' }))
    expect(rest.rows).toHaveLength(3)
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(23)
    expect(dataOf(await house.employee('赵').notices.list({})).rows).toEqual([])
    dataOf(await lin.notices.read({ until: house.clock.now().toISOString() }))
    expect(await unread()).toBe(0)
  })
  it('goes with the account, and so does what was still to come', async () => {
    await agrees()
    await booked()
    await booked({ dueAt: minutesLater(house.clock.now(), 200), appointmentAt: minutesLater(house.clock.now(), 260) })
    house.clock.forward(10)
    await run()
    dataOf(await lin.privacy.destroy({ number: `receiptnumber${turn}000`, kinds: [], account: true }))
    expect(await consents()).toEqual([])
    const left = await house.database.open(noticesStore).find({
      index: 'byPerson',
      where: { personId: personOf(name) },
      limit: 100,
    })
    expect(left.rows).toEqual([])
  })
})

describe('WeChat', () => {
  it('gets one message for each consent, and what has none stays in the inbox', async () => {
    await agrees()
    await booked()
    await booked()
    house.clock.forward(10)
    await run(channel)
    await run(channel)
    expect(sent).toEqual([
      {
        openid: name,
        message: {
          templateId: TEMPLATE,
          page: 'notices/pages/inbox/index',
          fields: { thing1: '您有一个预约，很快开始' },
        },
      },
    ])
    expect(await inbox()).toHaveLength(2)
    expect(await consents()).toEqual([])
  })
  it('is told of a consent once, however often the phone says so', async () => {
    const told = { subscriptionId: 'subscriptiontwice', templateId: TEMPLATE }
    dataOf(await lin.notices.subscribed(told))
    dataOf(await lin.notices.subscribed(told))
    expect(await consents()).toHaveLength(1)
    expect(JSON.stringify(await consents())).not.toContain(`"${name}"`)
  })
  it('is never asked twice for what was cut off as it was asked, and the inbox has it once', async () => {
    await agrees()
    await booked()
    house.clock.forward(10)
    await run()
    house.clock.forward(1)
    await booked()
    house.clock.forward(10)
    for (let calls = 0; calls < 30; calls++) {
      await run(channel, cutOff(house.database, calls).database).catch(() => undefined)
      house.clock.forward(6)
    }
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await inbox()).toHaveLength(2)
    expect(await consents()).toEqual([])
  })
  it('is asked again after a pause when it had no time, with the same consent', async () => {
    await agrees()
    const id = await booked()
    answers = ['later', 'later', 'sent']
    house.clock.forward(10)
    await run(channel)
    await run(channel)
    expect(sent).toHaveLength(1)
    house.clock.forward(2)
    await run(channel)
    house.clock.forward(8)
    await run(channel)
    expect(sent).toHaveLength(3)
    expect(await stored(id)).toMatchObject([{ push: 'sent', tries: 3 }])
    expect(await consents()).toEqual([])
  })
  it('is not asked again for what changed meanwhile, and the consent is free for the next', async () => {
    await agrees()
    const id = await booked()
    answers = ['later']
    house.clock.forward(10)
    await run(channel)
    revisions.set(id, 2)
    house.clock.forward(2)
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await consents()).toMatchObject([{ spentOn: '' }])
  })
  it('that says the person took the consent back is not asked again, and the consent is gone', async () => {
    await agrees()
    const id = await booked()
    answers = ['refused']
    house.clock.forward(10)
    await run(channel)
    house.clock.forward(60)
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await stored(id)).toMatchObject([{ state: 'sent', push: 'refused' }])
    expect(await consents()).toEqual([])
  })
  it('is offered to phones by the templates that the union chose, and by none elsewhere', async () => {
    expect(dataOf(await lin.notices.templates({})).rows).toEqual([
      { id: TEMPLATE, kinds: ['booking-soon', 'booking-changed'] },
    ])
    expect(dataOf(await house.bearing().notices.templates({})).rows).toEqual([])
  })
})

describe('what is said of a call and of a reading', () => {
  it('is that somebody took the call, until it ends: then nothing tells that there was one', async () => {
    const he = await supervisor(house, 'he', '何静')
    const caller = await willing(house, name)
    await onDuty(house, he, 'he')
    const callId = await asks(caller)
    await house.tick()
    expect(await inbox()).toEqual([])
    dataOf(await he.calls.accept({ callId }))
    house.clock.forward(1)
    await house.tick()
    expect(await inbox()).toMatchObject([{ kind: 'call-accepted', path: '/pages/help/index', unread: true }])
    dataOf(await caller.calls.withdraw({ callId }))
    expect(await inbox()).toEqual([])
    expect(await unread()).toBe(0)
  })
  it('is that somebody looked, once for each unsealing', async () => {
    const stage = await setStage(house, 'city.heping', 'nobody')
    const hexin = await house.staff('hexin', '何欣', 'supervisor')
    const gao = await house.staff('gaoyuan', '高远', 'supervisor')
    const asked = { pseudonym: stage.pseudonym, reason: 'danger-to-life' as const }
    const { unsealingId } = dataOf(await hexin.unsealings.request(asked))
    dataOf(await gao.unsealings.approve({ unsealingId }))
    dataOf(await hexin.unsealings.open({ unsealingId }))
    dataOf(await hexin.unsealings.open({ unsealingId }))
    // Later than the clock's last run in the story before.
    house.clock.forward(5)
    await house.tick()
    const said = await house.database
      .open(noticesStore)
      .find({ index: 'byInbox', where: { personId: stage.personId, state: 'sent' }, limit: 10 })
    expect(said.rows).toMatchObject([{ kind: 'looked-at', unread: true, push: 'none' }])
  })
})

describe('after ninety days', () => {
  it('what was said is cleared, and what is still to come is not', async () => {
    const id = await booked()
    const late = await booked({
      dueAt: new Date('2026-06-20T02:00:00.000Z'),
      appointmentAt: new Date('2026-06-20T04:00:00.000Z'),
    })
    house.clock.forward(10)
    await run()
    house.clock.forward(89 * 24 * 60)
    await house.tick()
    expect(await stored(id)).toHaveLength(1)
    house.clock.forward(2 * 24 * 60)
    await house.tick()
    expect(await stored(id)).toEqual([])
    expect(await stored(late)).toHaveLength(1)
    await cancel(booking(late), around())
  })
})
