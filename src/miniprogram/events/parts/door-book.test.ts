import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doorListOf, phoneStore } from '../../../../tests/stubs/door'
import type { DoorList, ScanInput } from '../../../contract/doors'
import { type Scan, type Truth, truthOf } from '../../../domain/check-ins/check-in'
import { codeAt, isCode } from '../../../domain/tickets/code'
import { minutesLater } from '../../../domain/time'
import { openBook } from './door-book'
import { createDoorKept } from './door-kept'

const now = new Date('2026-03-14T02:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const names = (count: number) => Array.from({ length: count }, (_, one) => `${one + 1} 号`)

/** Ids in order, told apart by the phone. */
const idsOf = (phone: string) => {
  let last = 0
  return () => `${phone}-${String(++last).padStart(12, '0')}`
}

/** A phone at the door: killed and opened again it knows what it kept, and nothing else. */
const phoneAt = (name: string, list: DoorList, store = phoneStore()) => {
  const freshId = idsOf(name)
  const kept = createDoorKept(store.storage, freshId)
  kept.keepList(list)
  const open = () => {
    const before = kept.list(list.eventId)
    if (!before) throw new Error('no list')
    return openBook(before, kept, freshId)
  }
  const phone = { book: open(), kept, store, open }
  return phone
}

/** The other side: keeps each scan once, and says what all of them come to. */
const deskOf = (list: DoorList) => {
  const scans = new Map<string, Scan>()
  const door = { times: list.times, tickets: new Map(list.tickets.map((one) => [one.ticketId, one])) }
  const keys = new Map(list.tickets.map(({ ticketId, key }) => [ticketId, key]))
  const asScan = ({ scanId, ticketId, code, at, by }: ScanInput): Scan => ({
    ...{ id: scanId, ticketId, at, by },
    right: by === 'hand' || isCode(keys.get(ticketId) ?? '', code, new Date(at)),
  })
  const truth = (): Truth => truthOf([...scans.values()], door)
  return {
    scans,
    truth,
    merge: (sent: readonly ScanInput[]) => {
      for (const scan of sent) if (!scans.has(scan.scanId)) scans.set(scan.scanId, asScan(scan))
      const { verdicts } = truth()
      return sent.map(({ scanId }) => ({ scanId, verdict: verdicts.get(scanId) ?? ('unknown-ticket' as const) }))
    },
    list: (): DoorList => {
      const { came } = truth()
      return { ...list, tickets: list.tickets.map((one) => ({ ...one, came: came.get(one.ticketId) ?? [null] })) }
    },
  }
}

describe('one phone at a door', () => {
  const list = doorListOf(['林', '赵', '钱'], now)
  const [lin, zhao] = list.tickets
  if (!lin || !zhao) throw new Error('nobody is on the list')

  it('says at once what a scan comes to', () => {
    const { book } = phoneAt('one', list)
    const scan = (ticketId: string, code: string, at = now) => book.scan(ticketId, { code, by: 'qr', at }).verdict
    expect(scan(lin.ticketId, codeAt(lin.key, now))).toBe('came')
    expect(scan(lin.ticketId, codeAt(lin.key, later(5)), later(5))).toBe('double')
    expect(scan(zhao.ticketId, codeAt(zhao.key, minutesLater(now, -10)))).toBe('wrong-code')
    expect(scan(zhao.ticketId, codeAt(zhao.key, minutesLater(now, -71)), minutesLater(now, -71))).toBe('early')
    expect(scan(zhao.ticketId, codeAt(zhao.key, minutesLater(now, 111)), minutesLater(now, 111))).toBe('late')
    expect(scan('somebody-elses', 'ABCDEFGH')).toBe('unknown-ticket')
    expect(book.scan(zhao.ticketId, { by: 'hand', at: now }).verdict).toBe('came')
    expect(book.counts(now)).toEqual({ came: { people: 2, tickets: 2 }, expected: { people: 3, tickets: 3 } })
    expect(book.waiting()).toBe(7)
  })

  it('knows a ticket by its code, this half minute’s or one around it', () => {
    const { book } = phoneAt('one', list)
    expect(book.byCode(codeAt(lin.key, now), now)).toBe(book.list().tickets[0])
    expect(book.byCode(codeAt(zhao.key, now), later(45))?.name).toBe('赵')
    expect(book.byCode(codeAt(zhao.key, now), minutesLater(now, 5))).toBeUndefined()
  })

  it('knows who came in before, and counts those who come together', () => {
    const tickets = [{ ...lin, places: 3, came: [now.toISOString()] }, zhao]
    const { book } = phoneAt('one', { ...list, tickets })
    expect(book.counts(now)).toEqual({ came: { people: 3, tickets: 1 }, expected: { people: 4, tickets: 2 } })
    expect(book.scan(lin.ticketId, { by: 'hand', at: later(1) }).verdict).toBe('double')
  })

  it('counts the time that is on or comes next, after all of them the last', () => {
    const next = { from: minutesLater(now, 24 * 60).toISOString(), until: minutesLater(now, 26 * 60).toISOString() }
    const times = [...list.times, next]
    const tickets = list.tickets.map((one) => ({ ...one, came: [null, null] }))
    const { book } = phoneAt('one', { ...list, times, tickets })
    book.scan(lin.ticketId, { by: 'hand', at: now })
    const cameAt = (minutes: number) => book.counts(minutesLater(now, minutes)).came.people
    expect([-9000, 110, 111, 24 * 60, 9000].map(cameAt)).toEqual([1, 1, 0, 0, 0])
  })

  it('takes what the cloud says for what it thought', () => {
    const { book } = phoneAt('one', list)
    const stranger = book.scan('joined-just-now', { code: 'ABCDEFGH', by: 'qr', at: now })
    const known = book.scan(lin.ticketId, { by: 'hand', at: now })
    expect(book.hear([{ scanId: known.scanId, verdict: 'came' }])).toEqual({ isNew: true, isOther: false })
    expect(book.hear([{ scanId: stranger.scanId, verdict: 'wrong-event' }])).toEqual({ isNew: true, isOther: true })
    expect(book.hear([{ scanId: stranger.scanId, verdict: 'came' }])).toEqual({ isNew: false, isOther: false })
    expect(book.seen(stranger.scanId)).toMatchObject({ verdict: 'wrong-event', isSent: true })
    expect(book.waiting()).toBe(0)
  })

  it('does not count whom the cloud has not let in, nor holds that scan against the next', () => {
    const { book } = phoneAt('one', list)
    const { scanId } = book.scan(lin.ticketId, { by: 'hand', at: now })
    book.hear([{ scanId, verdict: 'not-seated' }])
    expect(book.counts(now).came.people).toBe(0)
    expect(book.scan(lin.ticketId, { by: 'hand', at: later(9) }).verdict).toBe('came')
  })

  it('keeps the order in which they came, in two tabs as well', () => {
    const phone = phoneAt('one', list)
    const first = phone.book
    phone.book = phone.open()
    const second = phone.book
    const one = first.scan(lin.ticketId, { by: 'hand', at: now })
    const two = second.scan(zhao.ticketId, { by: 'hand', at: later(1) })
    expect(first.waiting()).toBe(1)
    first.look()
    expect(first.latest(5).map(({ scanId }) => scanId)).toEqual([two.scanId, one.scanId])
    expect(first.latest(1)).toHaveLength(1)
    phone.book = phone.open()
    expect(phone.book.unsent().map(({ scanId }) => scanId)).toEqual([one.scanId, two.scanId])
    expect(phone.book.unsent()[0]).not.toHaveProperty('right')
  })

  it('says which scans the phone had no room for, and keeps them as soon as it has', () => {
    const phone = phoneAt('one', list)
    phone.book.scan(lin.ticketId, { by: 'hand', at: now })
    phone.store.room.letters = phone.store.used()
    phone.book.scan(zhao.ticketId, { by: 'hand', at: later(1) })
    expect([phone.book.unkept(), phone.book.waiting()]).toEqual([1, 2])
    phone.store.room.letters = Number.POSITIVE_INFINITY
    phone.book.scan(zhao.ticketId, { by: 'hand', at: later(2) })
    expect(phone.book.unkept()).toBe(0)
    phone.book = phone.open()
    expect(phone.book.waiting()).toBe(3)
  })
})

const PEOPLE = 200
const evening = doorListOf(names(PEOPLE), now)

/** What happens at two doors, in any order. A send carries up to so many scans; its answer may be lost. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('scan' as const),
      phone: fc.constantFrom(0, 1),
      who: fc.nat({ max: PEOPLE }),
      seconds: fc.constantFrom(-4300, 0, 1, 60, 9000),
      way: fc.constantFrom('right' as const, 'hand' as const, 'old' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      phone: fc.constantFrom(0, 1),
      most: fc.integer({ min: 1, max: 100 }),
      isLost: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('kill' as const), phone: fc.constantFrom(0, 1) }) },
)
/** Everybody comes in, in any order and by either door, and a good deal happens between. */
const everybody = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: PEOPLE }, (_, who) => who),
      { minLength: PEOPLE },
    ),
    fc.array(fc.constantFrom(0, 1), { minLength: PEOPLE, maxLength: PEOPLE }),
    fc.array(fc.tuple(fc.nat({ max: PEOPLE }), happening), { maxLength: 150 }),
  )
  .map(([order, doors, more]) => {
    const steps = order.map((who, turn) => ({
      turn,
      step: { does: 'scan' as const, phone: doors[turn] ?? 0, who, seconds: turn, way: 'right' as const },
    }))
    return [...steps, ...more.map(([turn, step]) => ({ turn, step }))]
      .sort((one, other) => one.turn - other.turn)
      .map(({ step }) => step)
  })

const plain = ({ came, verdicts }: Truth) => ({
  came: Object.fromEntries(came),
  verdicts: Object.fromEntries(verdicts),
})

describe('two hundred people, two phones and no network', () => {
  it('no scan is lost, however often a phone dies or an answer does, and both doors come to the same', () => {
    fc.assert(
      fc.property(everybody, fc.integer({ min: 1, max: 100 }), (steps, most) => {
        const desk = deskOf(evening)
        const phones = [phoneAt('one', evening), phoneAt('two', evening)]
        const made: ScanInput[] = []
        const send = (phone: (typeof phones)[number], count: number, isLost: boolean) => {
          const verdicts = desk.merge(phone.book.unsent().slice(0, count))
          if (!isLost) phone.book.hear(verdicts)
        }
        for (const step of steps) {
          const phone = phones[step.phone]
          if (!phone) throw new Error('there are two phones')
          if (step.does === 'kill') phone.book = phone.open()
          else if (step.does === 'send') send(phone, step.most, step.isLost)
          else {
            const { ticketId, key } = evening.tickets[step.who] ?? { ticketId: 'a-stranger', key: '' }
            const at = later(step.seconds)
            const code = step.way === 'hand' ? '' : codeAt(key, step.way === 'old' ? minutesLater(at, -30) : at)
            const before = phone.book.waiting()
            const { scanId } = phone.book.scan(ticketId, { code, by: step.way === 'hand' ? 'hand' : 'qr', at })
            expect(phone.book.waiting()).toBe(before + 1)
            made.push(...phone.book.unsent().filter((scan) => scan.scanId === scanId))
          }
        }
        for (const phone of phones) {
          phone.book = phone.open()
          while (phone.book.waiting() > 0) send(phone, most, false)
          expect(phone.kept.unsent(evening.eventId)).toBe(0)
        }
        expect([...desk.scans.keys()].sort()).toEqual(made.map(({ scanId }) => scanId).sort())
        const atOnce = deskOf(evening)
        atOnce.merge(made)
        expect(plain(desk.truth())).toEqual(plain(atOnce.truth()))
        expect(desk.truth().came.size).toBe(PEOPLE)
        for (const { book } of phones) {
          book.take(desk.list())
          expect(book.counts(now).came).toEqual({ people: PEOPLE, tickets: PEOPLE })
        }
      }),
      { numRuns: 15 },
    )
  })
})
