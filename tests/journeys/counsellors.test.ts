import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { counsellorWeeksStore } from '../../cloudfunctions/counselling/bookings-store'
import type { Api } from '../../src/contract/client'
import { endOfWeek, isoWeekOf } from '../../src/domain/bookings/weeks'
import type { Timetable } from '../../src/domain/timetables/timetable'
import { mornings, offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const inShanghai = (time: string) => new Date(`${time}:00+08:00`)
const iso = (time: string) => inShanghai(time).toISOString()

let house: House
let lin: Api
let wang: Api
let anybody: Api
beforeEach(async () => {
  house = await openHouse(iso('2026-03-10T08:00'))
  lin = await house.staff('lin', '林月华', 'counsellor')
  wang = await house.staff('wang', '王建国', 'manager')
  anybody = house.bearing()
})
afterEach(() => house.close())

/** As a booking writes it. */
const stands = (staffId: string, bookingId: string, from: string, until: string, heldUntil = '') =>
  house.database.open(counsellorWeeksStore).insert({
    id: `${staffId}.${isoWeekOf(iso(from))}`,
    staffId,
    week: isoWeekOf(iso(from)),
    endsAt: endOfWeek(iso(from)),
    taken: [{ bookingId, from: iso(from), until: iso(until), heldUntil, passOnAt: '' }],
    due: '',
  })

describe('a counsellor is found', () => {
  it('once somebody else has let the profile out, and not before', async () => {
    dataOf(await lin.counsellors.saveDraft(profileNamed('林月华')))
    dataOf(await lin.timetables.save(mornings))
    expect(dataOf(await anybody.counsellors.list({})).rows).toEqual([])
    const { submittedAt } = dataOf(await lin.counsellors.submit({}))
    const waiting = dataOf(await wang.counsellors.all({ which: 'waiting' })).rows
    expect(waiting).toMatchObject([{ id: 'lin', staffName: '林月华', own: false, live: null }])
    const seen = { counsellorId: 'lin', submittedAt: submittedAt ?? '' }
    dataOf(await wang.counsellors.sendBack({ ...seen, why: '请补上证书编号' }))
    expect(dataOf(await lin.counsellors.mine({})).mine).toMatchObject({ sentBackFor: '请补上证书编号', offered: false })
    const again = dataOf(await lin.counsellors.submit({})).submittedAt ?? ''
    dataOf(await wang.counsellors.approve({ ...seen, submittedAt: again }))
    const { rows } = dataOf(await anybody.counsellors.list({}))
    expect(rows).toMatchObject([{ name: '林月华', nextFree: { from: iso('2026-03-10T10:00') }, there: false }])
    expect(JSON.stringify(rows)).not.toContain('PT-0001')
    expect(house.logged.every(({ fault }) => fault === undefined)).toBe(true)
  })

  it('by what they are good at, how they meet, and the day they are free on', async () => {
    await offer(lin, wang, 'lin', profileNamed('林月华'))
    const zhao = await house.staff('zhao', '赵强', 'counsellor')
    await offer(zhao, wang, 'zhao', profileNamed('赵强', { gender: 'male', fields: ['grief'], modes: ['phone'] }))
    dataOf(await zhao.timetables.addException({ id: 'away', from: '2026-03-11', until: '2026-03-12', periods: [] }))
    const names = async (filter: Parameters<Api['counsellors']['list']>[0]) =>
      dataOf(await anybody.counsellors.list(filter)).rows.map(({ name }) => name)
    expect(await names({})).toEqual(['林月华', '赵强'])
    expect(await names({ field: 'grief' })).toEqual(['赵强'])
    expect(await names({ mode: 'text' })).toEqual(['林月华'])
    expect(await names({ gender: 'male' })).toEqual(['赵强'])
    expect(await names({ language: 'sign' })).toEqual([])
    expect(await names({ day: '2026-03-11' })).toEqual(['林月华'])
    expect(await names({ day: '2026-03-13' })).toEqual(['林月华', '赵强'])
    expect(await names({ day: '2027-03-13' })).toEqual([])
  })

  it('page after page, each once', async () => {
    for (let at = 0; at < 45; at++) {
      const id = `counsellor${String(at).padStart(2, '0')}`
      const api = await house.staff(id, id, 'counsellor')
      const fields = at % 9 === 0 ? (['grief'] as const) : (['sleep'] as const)
      await offer(api, wang, id, profileNamed(id, { fields: [...fields] }))
    }
    const found: string[] = []
    let after: string | null = null
    do {
      const page: { rows: { id: string }[]; next: string | null } = dataOf(
        await anybody.counsellors.list({ field: 'grief', ...(after && { after }) }),
      )
      found.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(found.sort()).toEqual([0, 9, 18, 27, 36].map((at) => `counsellor${String(at).padStart(2, '0')}`))
  })

  it('with what is free, and not what somebody has', async () => {
    await offer(lin, wang, 'lin', profileNamed('林月华'))
    await stands('lin', 'b1', '2026-03-11T10:00', '2026-03-11T10:50')
    const open = dataOf(await anybody.counsellors.open({ counsellorId: 'lin' }))
    const tomorrow = open.slots.filter(({ from }) => from.startsWith('2026-03-11')).map(({ from }) => from)
    expect(tomorrow).toEqual([iso('2026-03-11T09:00'), iso('2026-03-11T11:00')])
    expect(open.slots).toHaveLength(2 + 2 + 26 * 3)
    expect(open.slots.every(({ modes }) => modes.join() === 'text,phone')).toBe(true)
    house.clock.set(iso('2026-03-11T09:30'))
    expect(dataOf(await anybody.counsellors.list({})).rows[0]?.there).toBe(true)
    house.clock.set(iso('2026-03-11T10:30'))
    expect(dataOf(await anybody.counsellors.list({})).rows[0]?.there).toBe(false)
  })

  it('no more while paused, after the certificate ended, or when they left; what stands stays', async () => {
    const until = '2026-04-10'
    const { qualification } = profileNamed('')
    await offer(lin, wang, 'lin', profileNamed('林月华', { qualification: { ...qualification, until } }))
    await stands('lin', 'b1', '2026-04-11T10:00', '2026-04-11T10:50')
    const found = async () => dataOf(await anybody.counsellors.list({})).rows.length
    dataOf(await lin.counsellors.pause({ paused: true }))
    expect(await found()).toBe(0)
    dataOf(await lin.counsellors.pause({ paused: false }))
    expect(await found()).toBe(1)
    expect(dataOf(await wang.counsellors.all({ which: 'running-out' })).rows).toEqual([])
    house.clock.set(iso('2026-03-11T08:00'))
    lin = await house.staff('lin', '林月华', 'counsellor')
    wang = await house.staff('wang', '王建国', 'manager')
    expect(dataOf(await lin.counsellors.mine({})).mine).toMatchObject({ runningOut: true, offered: true })
    expect(dataOf(await wang.counsellors.all({ which: 'running-out' })).rows).toMatchObject([
      { id: 'lin', standing: null },
    ])
    house.clock.set(iso('2026-04-11T08:00'))
    expect(await found()).toBe(0)
    wang = await house.staff('wang', '王建国', 'manager')
    const [row] = dataOf(await wang.counsellors.all({ which: 'running-out' })).rows
    expect(row).toMatchObject({ offered: false, left: false, standing: 1 })
    await house.staff('second', '赵强', 'counsellor')
    dataOf(await wang.staff.leave({ staffId: 'lin', successorId: 'second' }))
    const [gone] = dataOf(await wang.counsellors.all({ which: 'all' })).rows
    expect(gone).toMatchObject({ offered: false, left: true, standing: 1, draft: null })
    expect(dataOf(await anybody.counsellors.list({})).rows).toEqual([])
  })
})

describe('the hours', () => {
  it('tell what stands outside them after every change, and drop nothing', async () => {
    await offer(lin, wang, 'lin', profileNamed('林月华'))
    await stands('lin', 'b1', '2026-03-11T10:00', '2026-03-11T10:50')
    const away = { id: 'away', from: '2026-03-11', until: '2026-03-11', periods: [] }
    const booked = { bookingId: 'b1', from: iso('2026-03-11T10:00'), until: iso('2026-03-11T10:50') }
    expect(dataOf(await lin.timetables.addException(away)).outside).toEqual([booked])
    expect(dataOf(await lin.timetables.removeException({ exceptionId: 'away' })).outside).toEqual([])
    const { changedAt } = dataOf(await lin.timetables.mine({}))
    const week = mornings.week.map(() => []) as unknown as Timetable['week']
    expect(dataOf(await lin.timetables.save({ ...mornings, week, changedAt })).outside).toEqual([booked])
    expect(dataOf(await lin.timetables.mine({})).outside).toEqual([booked])
    const week11 = await house.database.open(counsellorWeeksStore).get('lin.2026-W11')
    expect(week11?.taken.map(({ bookingId }) => bookingId)).toEqual(['b1'])
  })

  it('are seen as people see them, with holidays and 调休', async () => {
    house.clock.set(iso('2026-09-14T08:00'))
    lin = await house.staff('lin', '林月华', 'counsellor')
    wang = await house.staff('wang', '王建国', 'manager')
    await offer(lin, wang, 'lin', profileNamed('林月华'))
    const { changedAt } = dataOf(await lin.timetables.mine({}))
    const week = mornings.week.map((all, day) => (day < 5 ? all : [])) as Timetable['week']
    dataOf(await lin.timetables.save({ ...mornings, week, holidays: true, horizonDays: 60, changedAt }))
    const slotsOf = async (from: string) =>
      dataOf(await lin.timetables.preview({ from })).days.map(({ day, kind, slots }) => [
        day.slice(5),
        kind,
        slots.length,
      ])
    expect(await slotsOf('2026-09-14')).toEqual([
      ['09-14', 'usual', 2],
      ['09-15', 'usual', 3],
      ['09-16', 'usual', 3],
      ['09-17', 'usual', 3],
      ['09-18', 'usual', 3],
      ['09-19', 'usual', 0],
      ['09-20', 'worked', 3],
    ])
    expect((await slotsOf('2026-09-28')).map(([, kind, count]) => [kind, count])).toEqual([
      ['usual', 3],
      ['usual', 3],
      ['usual', 3],
      ['holiday', 0],
      ['holiday', 0],
      ['holiday', 0],
      ['holiday', 0],
    ])
    expect(dataOf(await lin.timetables.preview({ from: '2035-01-01' })).days[0]).toMatchObject({
      known: false,
      kind: 'holiday',
    })
  })
})
