import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scansStore } from '../../cloudfunctions/events/doors-store'
import { seatedOf } from '../../cloudfunctions/events/seated'
import type { StoredSignup } from '../../cloudfunctions/events/signups-store'
import type { Api } from '../../src/contract/client'
import type { ScanInput } from '../../src/contract/doors'
import type { Event } from '../../src/domain/events/event'
import { codeAt, doorCodeAt } from '../../src/domain/tickets/code'
import { daysLater, minutesLater } from '../../src/domain/time'
import { attend, people, seat } from '../house/attended'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'
import { newEventId } from '../house/planned'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = () => house.clock.now()
const host = () => house.staff('host', '郑主持', 'host')
const announced = (more: Partial<Event> = {}) =>
  keepEvent(house, now(), { id: newEventId(), capacity: 300, shares: { shift: 0, newcomer: 0 }, ...more })
const toTheDoor = (event: Event, minutes = -10) =>
  house.clock.set(minutesLater(new Date(event.times[0]?.from ?? ''), minutes).toISOString())
let scans = 0
const scanOf = (ticket: { ticketId: string; key: string }, more: Partial<ScanInput> = {}): ScanInput => ({
  ...{ scanId: `scan-number-${scans++}`, ticketId: ticket.ticketId, code: codeAt(ticket.key, now()) },
  ...{ at: now().toISOString(), by: 'qr', device: 'phone1' },
  ...more,
})
const merged = async (door: Api, { id: eventId }: Event, given: ScanInput[]) =>
  dataOf(await door.doors.merge({ eventId, scans: given })).verdicts.map(({ verdict }) => verdict)
const stateOf = async (event: Event, name: string) =>
  dataOf(await house.employee(name).signups.open({ eventId: event.id })).state

describe('at the door', () => {
  let event: Event

  it('a ticket shows a code of its own, and the host’s list knows whose it is', async () => {
    event = await announced()
    await seat(house, event, ['林', '赵', '钱'])
    expect(await (await host()).doors.list({ eventId: event.id })).toMatchObject({ code: 'DOOR_NOT_OPEN' })
    toTheDoor(event)
    const ticket = dataOf(await house.employee('林').tickets.open({ eventId: event.id }))
    const list = dataOf(await (await host()).doors.list({ eventId: event.id }))
    expect(list.tickets).toHaveLength(3)
    const own = list.tickets.find(({ ticketId }) => ticketId === ticket.ticketId)
    expect(own).toMatchObject({ key: ticket.key, places: 1, state: 'seated', came: [null] })
    expect(await merged(await host(), event, [scanOf(ticket)])).toEqual(['came'])
    expect(await stateOf(event, '林')).toBe('came')
    expect(await merged(await host(), event, [scanOf(ticket)])).toEqual(['double'])
  })

  it('each scan says what is wrong with it', async () => {
    const list = dataOf(await (await host()).doors.list({ eventId: event.id }))
    const [zhao] = list.tickets.filter(({ came }) => came[0] === null)
    if (!zhao) throw new Error('nobody is left')
    const other = await announced()
    await seat(house, other, ['孙'])
    const stranger = dataOf(await house.employee('孙').tickets.open({ eventId: other.id }))
    expect(
      await merged(await host(), event, [
        scanOf(zhao, { code: 'AAAAAAAA' }),
        scanOf(zhao, { at: minutesLater(now(), -120).toISOString(), by: 'hand', code: '' }),
        scanOf(stranger),
        scanOf({ ticketId: 'nobodysticket', key: zhao.key }),
        scanOf(zhao, { code: codeAt(zhao.key, minutesLater(now(), -10)) }),
      ]),
    ).toEqual(['wrong-code', 'early', 'wrong-event', 'unknown-ticket', 'wrong-code'])
    const went = dataOf(await house.employee('孙').tickets.open({ eventId: other.id }))
    dataOf(await house.employee('孙').signups.cancel({ eventId: other.id }))
    toTheDoor(other)
    expect(await merged(await host(), other, [scanOf(went)])).toEqual(['not-seated'])
    toTheDoor(event)
    expect(await merged(await host(), event, [scanOf(zhao, { by: 'hand', code: '' })])).toEqual(['came'])
    expect(dataOf(await (await host()).doors.count({ eventId: event.id }))).toEqual({ expected: 3, came: [2] })
  })

  it('whoever is there checks in by themselves with what the door shows', async () => {
    const { doorKey } = dataOf(await (await host()).doors.list({ eventId: event.id }))
    const names = ['林', '赵', '钱']
    const states = await Promise.all(names.map((name) => stateOf(event, name)))
    const left = house.employee(names[states.indexOf('seated')] ?? '')
    expect(await left.tickets.checkIn({ eventId: event.id, code: '000000' })).toMatchObject({ code: 'CODE_WRONG' })
    const code = doorCodeAt(doorKey, now())
    expect(dataOf(await left.tickets.checkIn({ eventId: event.id, code }))).toEqual({ verdict: 'came' })
    expect(dataOf(await left.tickets.checkIn({ eventId: event.id, code })).verdict).toMatch(/came|double/)
    expect(dataOf(await (await host()).doors.count({ eventId: event.id })).came).toEqual([3])
  })

  it('a pass lets one phone in, for this event and no other, and is good once', async () => {
    const helper = house.employee('帮忙的')
    const { code } = dataOf(await (await host()).doors.pass({ eventId: event.id }))
    expect(await helper.doors.list({ eventId: event.id })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
    expect(dataOf(await helper.doors.takePass({ code: code.toLowerCase() }))).toMatchObject({ eventId: event.id })
    expect(await house.employee('另一位').doors.takePass({ code })).toMatchObject({ code: 'PASS_NOT_FOUND' })
    expect(dataOf(await helper.doors.list({ eventId: event.id })).tickets).toHaveLength(3)
    const other = await announced()
    expect(await helper.doors.list({ eventId: other.id })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
    const late = dataOf(await (await host()).doors.pass({ eventId: event.id })).code
    house.clock.forward(15)
    expect(await helper.doors.takePass({ code: late })).toMatchObject({ code: 'PASS_NOT_FOUND' })
    expect(JSON.stringify(await house.dump())).not.toContain(code)
  })

  it('what was answered is read by the host, a page at a time, and stands in each one’s ledger', async () => {
    const asking = await announced({ questions: [{ id: 'q1', text: '您想问老师什么', needed: false }] })
    const lin = house.employee('林')
    const answers = [{ questionId: 'q1', text: '怎么跟班长开口' }]
    dataOf(await lin.signups.join({ eventId: asking.id, places: 1, shares: [], trade: 'office', answers }))
    const read = dataOf(await (await host()).doors.answers({ eventId: asking.id }))
    expect(read).toEqual({
      questions: [{ id: 'q1', text: '您想问老师什么' }],
      rows: [{ places: 1, answers: ['怎么跟班长开口'] }],
      next: null,
    })
    const { rows } = dataOf(await lin.privacy.readings({}))
    expect(rows).toMatchObject([{ role: 'host', reason: 'event-host' }])
    const [stored] = await seatedOf(asking.id, house)
    if (!stored) throw new Error('nobody has a seat')
    await attend(house, [stored])
    for (let more = 0; more < 22; more++)
      dataOf(
        await house
          .employee(`再一位${more}`)
          .signups.join({ eventId: asking.id, places: 1, shares: [], trade: 'office', answers: [] }),
      )
    const page = dataOf(await (await host()).doors.answers({ eventId: asking.id }))
    const rest = dataOf(await (await host()).doors.answers({ eventId: asking.id, after: page.next ?? '' }))
    expect([page.rows.length, rest.rows.length, rest.next]).toEqual([20, 3, null])
    // Whoever came already is among them, too.
    expect(rest.rows.at(-1)?.answers).toEqual(['怎么跟班长开口'])
    const far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
    expect(await far.doors.answers({ eventId: asking.id })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
  })

  it('a ticket without a seat is told from one that nobody knows', async () => {
    const full = await announced({ capacity: 1 })
    const [seated, waiting] = await seat(house, full, ['先来的', '后来的'])
    if (!seated || !waiting) throw new Error('nobody came')
    toTheDoor(full)
    const unheard = { by: 'hand', code: '' } as const
    expect(
      await merged(await host(), full, [
        scanOf({ ticketId: waiting.ticketId, key: '' }, unheard),
        scanOf({ ticketId: seated.ticketId, key: '' }, unheard),
        scanOf({ ticketId: 'nobodysticket', key: '' }, unheard),
      ]),
    ).toEqual(['not-seated', 'came', 'unknown-ticket'])
    expect(await stateOf(full, '后来的')).toBe('waiting')
    expect(dataOf(await (await host()).doors.count({ eventId: full.id }))).toEqual({ expected: 1, came: [1] })
  })
})

describe('a group', () => {
  it('is counted at each of its times', async () => {
    const begins = daysLater(now(), 4)
    const times = [begins, daysLater(begins, 14)].map((from) => ({
      from: from.toISOString(),
      until: minutesLater(from, 90).toISOString(),
    }))
    const event = await announced({ kind: 'group', times })
    await seat(house, event, ['周', '吴'])
    toTheDoor(event)
    const tickets = dataOf(await (await host()).doors.list({ eventId: event.id })).tickets
    expect(
      await merged(
        await host(),
        event,
        tickets.map((ticket) => scanOf(ticket)),
      ),
    ).toEqual(['came', 'came'])
    house.clock.set(times[1]?.from ?? '')
    const zhou = dataOf(await house.employee('周').tickets.open({ eventId: event.id }))
    expect(await merged(await host(), event, [scanOf(zhou)])).toEqual(['came'])
    expect(dataOf(await (await host()).doors.count({ eventId: event.id }))).toEqual({ expected: 2, came: [2, 1] })
  })
})

describe('two hundred people, two phones without a network', () => {
  it('are all there once both have come back, whichever came first and however often each told', async () => {
    const event = await announced()
    const names = people('职工', 200)
    await seat(house, event, names)
    toTheDoor(event, -30)
    const { tickets } = dataOf(await (await host()).doors.list({ eventId: event.id }))
    const phones: Record<string, ScanInput[]> = { one: [], two: [] }
    for (const [index, ticket] of tickets.entries()) {
      house.clock.forward(0.2)
      phones[index % 2 === 0 ? 'one' : 'two']?.push(scanOf(ticket, { device: 'phone-a' }))
      // Every tenth stands at both doors.
      if (index % 10 === 0) phones[index % 2 === 0 ? 'two' : 'one']?.push(scanOf(ticket, { device: 'phone-b' }))
    }
    house.clock.forward(60)
    const pieces = ['two', 'one'].flatMap((phone) => {
      const all = (phones[phone] ?? []).toReversed()
      return Array.from({ length: Math.ceil(all.length / 40) }, (_, at) => all.slice(at * 40, at * 40 + 40))
    })
    const door = await host()
    const told = await Promise.all(pieces.map((piece) => merged(door, event, piece)))
    expect(told.flat().every((verdict) => verdict === 'came' || verdict === 'double')).toBe(true)
    for (const piece of pieces.toReversed()) await merged(door, event, piece)
    expect(dataOf(await door.doors.count({ eventId: event.id }))).toEqual({ expected: 200, came: [200] })
    const list = dataOf(await door.doors.list({ eventId: event.id }))
    expect(list.tickets.every(({ state }) => state === 'came')).toBe(true)
    const kept = (await house.dump()).scans as { eventId: string }[]
    expect(kept.filter(({ eventId }) => eventId === event.id)).toHaveLength(220)
    const first = phones.one?.[0]
    expect(list.tickets.find(({ ticketId }) => ticketId === first?.ticketId)?.came).toEqual([first?.at])
  })
})

describe('a month after', () => {
  it('nothing anywhere tells who was there', async () => {
    const event = await announced()
    await seat(house, event, ['冯', '陈'])
    toTheDoor(event)
    const list = dataOf(await (await host()).doors.list({ eventId: event.id }))
    await merged(
      await host(),
      event,
      list.tickets.map((ticket) => scanOf(ticket)),
    )
    const { code } = dataOf(await (await host()).doors.pass({ eventId: event.id }))
    dataOf(await house.employee('帮忙的').doors.takePass({ code }))
    const signups = ((await house.dump()).signups as StoredSignup[]).filter(({ eventId }) => eventId === event.id)
    const traces = [...signups.map(({ ticketId }) => ticketId), ...signups.map(({ id }) => id), `${event.id}.`]
    house.clock.set(daysLater(new Date(event.times[0]?.until ?? ''), 29).toISOString())
    await house.tick()
    expect((await house.dump(...traces)).signups).toHaveLength(2)
    house.clock.forward(2 * 24 * 60)
    for (let hour = 0; hour < 3; hour++) {
      await house.tick()
      house.clock.forward(25 * 60)
    }
    const left = Object.entries(await house.dump(...traces)).filter(([, rows]) => rows.length > 0)
    expect(left.map(([table]) => table)).toEqual([])
    expect(
      await house.database.open(scansStore).find({ index: 'byEvent', where: { eventId: event.id }, limit: 1 }),
    ).toMatchObject({ rows: [] })
  })
})
