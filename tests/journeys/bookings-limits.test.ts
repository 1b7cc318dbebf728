import { beforeAll, describe, expect, it } from 'vitest'
import { counsellorWeeksStore, personWeeksStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { booked, willing } from '../house/booked'
import { bookingStories, CARD, hold, house, lu, minutesPass, qi, said, wang } from '../house/booking-stories'
import { dataOf } from '../house/data-of'

bookingStories()

const THURSDAY_10 = '2026-03-12T02:00:00.000Z'

describe('limits, series and what is called off', () => {
  let lin: Api
  beforeAll(async () => {
    house.clock.set('2026-03-20T02:00:00.000Z')
    lin = await willing(house, '林三')
  })

  it('two at once, and six within thirty days with a series', async () => {
    dataOf(await hold(lin, '2026-03-23T01:00:00.000Z'))
    dataOf(await hold(lin, '2026-03-24T01:00:00.000Z'))
    expect(await hold(lin, '2026-03-25T01:00:00.000Z')).toMatchObject({ code: 'TOO_MANY_STANDING' })
    const zhou = await willing(house, '周三')
    await booked(zhou, 'qi', '2026-04-02T02:00:00.000Z')
    const seriesId = 'seriesnumber000001'
    const asked = { seriesId, staffId: 'qi', from: '2026-03-26T02:00:00.000Z', mode: 'phone' as const, sessions: 6 }
    const series = dataOf(await lin.bookings.series(asked))
    expect(series.held.map(({ from }) => from.slice(0, 10))).toEqual([
      '2026-03-26',
      '2026-04-09',
      '2026-04-16',
      '2026-04-23',
      '2026-04-30',
    ])
    expect(series.missing).toEqual([{ from: '2026-04-02T02:00:00.000Z', why: 'SLOT_NOT_OFFERED' }])
    expect(dataOf(await lin.bookings.series(asked)).held).toHaveLength(5)
    const { rows } = dataOf(await lin.bookings.confirmSeries({ seriesId }))
    expect(rows.every(({ state }) => state === 'confirmed')).toBe(true)
    const { rows: week } = dataOf(await (await qi()).bookings.week({ from: '2026-04-08T16:00:00.000Z' }))
    expect(week).toMatchObject([{ session: 3 }])
  })

  it('called off by the counsellor: the person is told, and the time stays closed', async () => {
    const { rows } = dataOf(await (await qi()).bookings.week({ from: '2026-03-25T16:00:00.000Z' }))
    const bookingId = rows[0]?.id ?? ''
    dataOf(await (await qi()).bookings.callOff({ bookingId, reason: 'ill' }))
    await minutesPass()
    expect(await said(lin)).toContain('booking-cancelled')
    expect(dataOf(await lin.bookings.open({ bookingId }))).toMatchObject({
      state: 'cancelled-by-counsellor',
      reason: 'ill',
    })
    const zhou = await willing(house, '周四')
    expect(await hold(zhou, '2026-03-26T02:00:00.000Z', 'qi')).toMatchObject({ code: 'SLOT_NOT_OFFERED' })
  })

  it('a counsellor who leaves: a colleague with that time takes over, or it is called off', async () => {
    const tang = await willing(house, '唐三')
    const free = await booked(tang, 'qi', '2026-03-27T01:00:00.000Z')
    dataOf(await tang.bookings.setCard({ bookingId: free.id, card: CARD }))
    const zhou = await willing(house, '周五')
    const clash = await booked(zhou, 'qi', '2026-03-27T02:00:00.000Z')
    await booked(await willing(house, '吴三'), 'lu', '2026-03-27T02:00:00.000Z')
    dataOf(await (await wang()).staff.leave({ staffId: 'qi' }))
    house.clock.forward(11)
    await minutesPass(3)
    expect(dataOf(await tang.bookings.open({ bookingId: free.id }))).toMatchObject({
      ...{ state: 'confirmed', counsellorName: '陆小曼', from: free.from, shared: false, card: CARD },
    })
    expect(dataOf(await (await lu()).bookings.card({ bookingId: free.id })).card).toBeNull()
    expect(await said(tang)).toEqual(['booking-changed'])
    expect(dataOf(await zhou.bookings.open({ bookingId: clash.id }))).toMatchObject({
      ...{ state: 'cancelled-by-counsellor', reason: 'left' },
    })
  })

  it('destroyed by the person: the time is free, and nothing is left of them', async () => {
    const tang = house.employee('唐三')
    const personId = house.keys.hash('person', '唐三')
    const number = 'receiptnumber0001'
    dataOf(await tang.privacy.destroy({ number, kinds: ['bookings'], account: false }))
    expect(dataOf(await tang.bookings.mine({})).rows).toEqual([])
    const weeks = await house.database.open(counsellorWeeksStore).get('lu.2026-W13')
    expect(weeks?.taken.map(({ from }) => from)).toEqual(['2026-03-27T02:00:00.000Z'])
    const own = house.database.open(personWeeksStore)
    expect((await own.find({ index: 'byPerson', where: { personId }, limit: 1 })).rows).toEqual([])
  })
})

describe('no time that suits', () => {
  it('is answered within three days, by somebody who does not know whose wish it is', async () => {
    const lin = await willing(house, '林六')
    const wishId = 'wishnumber00000001'
    const asked = { wishId, mode: 'phone' as const, field: null, times: ['morning' as const], words: CARD }
    const { promisedAt } = dataOf(await lin.wishes.ask(asked))
    expect(Date.parse(promisedAt) - house.clock.now().getTime()).toBe(72 * 3_600_000)
    expect(dataOf(await lin.wishes.ask(asked)).promisedAt).toBe(promisedAt)
    const shown = dataOf(await (await wang()).wishes.list({}))
    expect(shown.rows).toMatchObject([{ id: wishId, overdue: false }])
    expect(JSON.stringify(shown)).not.toContain(CARD)
    expect(await (await wang()).wishes.words({ wishId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(dataOf(await (await lu()).wishes.words({ wishId })).words).toBe(CARD)
    const later = await willing(house, '何八')
    house.clock.forward(1)
    dataOf(await later.wishes.ask({ ...asked, wishId: 'wishnumber00000002' }))
    house.clock.set(promisedAt)
    expect(dataOf(await (await wang()).wishes.list({})).rows).toMatchObject([
      { id: wishId, overdue: true },
      { id: 'wishnumber00000002', overdue: false },
    ])
    expect(dataOf(await (await lu()).wishes.waiting({}))).toEqual({ waiting: 2, overdue: 1, promisedAt })
    const [day] = promisedAt.split('T')
    const from = new Date(Date.parse(`${day}T03:00:00.000Z`) + 24 * 3_600_000).toISOString()
    dataOf(await (await lu()).wishes.answer({ wishId, proposals: [{ staffId: 'lu', from, mode: 'phone' }] }))
    await minutesPass(1)
    expect(await said(lin)).toEqual(['wish-answered'])
    const [wish] = dataOf(await lin.wishes.mine({})).rows
    expect(wish).toMatchObject({ words: CARD, proposals: [{ counsellorName: '陆小曼', from }] })
    expect((await booked(lin, 'lu', from)).state).toBe('confirmed')
    expect(THURSDAY_10 < from).toBe(true)
    dataOf(await later.wishes.takeBack({ wishId: 'wishnumber00000002' }))
    expect(dataOf(await (await lu()).wishes.waiting({}))).toEqual({ waiting: 0, overdue: 0, promisedAt: null })
  })
})
