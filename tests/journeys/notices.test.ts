import { describe, expect, it } from 'vitest'
import { cancel, cancelOlder, forget, plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { noticesStore } from '../../cloudfunctions/_kit/outbox/store'
import { remindersBefore } from '../../src/domain/notices/reminders'
import { minutesLater } from '../../src/domain/time'
import { setStage } from '../contract/stage'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { asks, onDuty, supervisor, willing } from '../house/duty'
import {
  agrees,
  around,
  booked,
  booking,
  channel,
  consents,
  house,
  inbox,
  lin,
  name,
  outboxStories,
  personOf,
  revisions,
  run,
  sent,
  soon,
  stored,
  turn,
  unread,
} from '../house/outbox'

outboxStories()

describe('what is planned', () => {
  it('is in the inbox when it is due, and not a minute earlier', async () => {
    await booked()
    house.clock.forward(9)
    await run()
    expect(await inbox()).toEqual([])
    house.clock.forward(1)
    await run()
    expect(await inbox()).toMatchObject([
      { kind: 'booking-soon', at: '2026-03-10T02:10:00.000Z', path: '/counselling/pages/bookings/index', unread: true },
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
