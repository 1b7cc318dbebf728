import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { callsStore, drillsStore, shiftsStore, UNDER_WAY } from '../../cloudfunctions/duty/store'
import { openDatabase } from '../../src/server/postgres/database'
import { openPglite } from '../../src/server/postgres/pglite'
import { stored } from '../../src/server/store'
import { dataOf } from '../house/data-of'
import { asks, atDuty, inQueue, onDuty, willing } from '../house/duty'
import { at, dutyStories, he, house, qian, START, song } from '../house/duty-stories'

dutyStories()
beforeEach(async () => {
  const drills = house.database.open(drillsStore)
  await drills.remove(UNDER_WAY)
  for (const { id } of dataOf(await he.drills.list({})).rows) await drills.remove(id)
})

const newest = async () => dataOf(await he.drills.list({})).rows[0]

describe('a drill', () => {
  it('looks like any call until somebody accepts, who then learns that it was one', async () => {
    await onDuty(house, he, 'he')
    dataOf(await song.drills.start({}))
    const callId = (await newest())?.id ?? ''
    const lin = await willing(house, '林')
    const real = await asks(lin)
    const [drill, call] = [await inQueue(he, callId), await inQueue(he, real)]
    expect({ ...drill, id: '' }).toEqual({ ...call, id: '' })
    expect(await qian.calls.phone({ callId })).toEqual(await qian.calls.phone({ callId: real }).then(withRequest))
    dataOf(await he.calls.accept({ callId }))
    expect(await inQueue(he, callId)).toMatchObject({ drill: true, state: 'accepted', yours: true, overdue: false })
    expect(await qian.calls.accept({ callId })).toMatchObject({ code: 'CALL_TAKEN' })
    house.clock.forward(10)
    expect(await inQueue(he, callId)).toBeUndefined()
  })
  it('reports who was asked when and how long it took', async () => {
    await onDuty(house, he, 'he')
    await onDuty(house, he, 'qian', 9)
    dataOf(await song.drills.start({}))
    house.clock.set(at('02:05:30.000'))
    await house.tick()
    dataOf(await qian.calls.accept({ callId: (await newest())?.id ?? '' }))
    const report = await newest()
    expect(report).toMatchObject({
      startedByName: '宋岚',
      state: 'accepted',
      acceptedByName: '钱宇',
      seconds: 330,
      inTime: false,
      withHead: false,
    })
    expect(report?.asked.map(({ at: asked }) => asked)).toEqual([START, at('02:05:00.000')])
    expect(new Set(report?.asked.map(({ name }) => name))).toEqual(new Set(['何静', '钱宇']))
  })
  it('is one at a time, also when two begin at the same instant, and one accepts of two', async () => {
    const both = await Promise.all([he.drills.start({}), qian.drills.start({})])
    expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['DRILL_UNDER_WAY', 'OK'])
    const callId = (await newest())?.id ?? ''
    const accepted = await Promise.all([he.calls.accept({ callId }), qian.calls.accept({ callId })])
    expect(accepted.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CALL_TAKEN', 'OK'])
  })
  it('that nobody accepts is with the head, is stopped, and does not count for the month of Shanghai', async () => {
    house.clock.set('2026-04-30T15:50:00.000Z')
    dataOf(await he.shifts.setHead({ staffId: 'song' }))
    dataOf(await he.drills.start({}))
    expect(dataOf(await he.drills.list({}))).toMatchObject({ thisMonth: false })
    const drillId = (await newest())?.id ?? ''
    expect(await inQueue(song, drillId)).toMatchObject({ withHead: true, yours: true })
    dataOf(await he.drills.stop({ drillId }))
    expect(await newest()).toMatchObject({ state: 'stopped', withHead: true, seconds: null, inTime: false })
    expect(dataOf(await he.drills.list({}))).toMatchObject({ thisMonth: false })
    house.clock.forward(1)
    dataOf(await he.drills.start({}))
    dataOf(await song.calls.accept({ callId: (await newest())?.id ?? '' }))
    expect(await newest()).toMatchObject({ seconds: 0, inTime: true })
    expect(dataOf(await he.drills.list({})).thisMonth).toBe(true)
    house.clock.set('2026-04-30T16:00:00.000Z')
    expect(dataOf(await he.drills.list({})).thisMonth).toBe(false)
  })
})

const withRequest = <T extends object>(reply: T) => ({ ...reply, requestId: expect.any(String) })

describe('the rota', () => {
  const span = { from: at('08:00:00.000'), until: at('16:00:00.000') }
  it('takes one of two overlapping shifts that two add for one colleague at the same instant', async () => {
    const later = { from: at('09:00:00.000'), until: at('17:00:00.000') }
    const both = await Promise.all([
      he.shifts.add({ staffId: 'qian', ...span }),
      song.shifts.add({ staffId: 'qian', ...later }),
    ])
    expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['OK', 'SHIFT_OVERLAPS'])
    dataOf(await he.shifts.add({ staffId: 'song', ...later }))
    const { rows, head, colleagues } = dataOf(await he.shifts.list({ from: START }))
    expect([rows.length, head, colleagues.length]).toEqual([2, null, 3])
  })
  it('lets one begin as another ends, and keeps what is past', async () => {
    const { id: shiftId } = dataOf(await he.shifts.add({ staffId: 'he', ...span }))
    dataOf(await he.shifts.add({ staffId: 'he', from: span.until, until: at('20:00:00.000') }))
    house.clock.set(span.until)
    expect(await he.shifts.remove({ shiftId })).toMatchObject({ code: 'SHIFT_OVER' })
    expect(await house.database.open(shiftsStore).get(shiftId)).toBeDefined()
  })
})

it('a call that waits while the server is stopped and started again goes on as if it had not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waiting-'))
  const lin = await willing(house, '等着的人')
  await onDuty(house, he, 'he')
  const callId = await asks(lin)
  const kept = await house.database.open(callsStore).get(house.keys.hash('person', '等着的人'))
  const first = await openPglite(folder)
  const before = await openDatabase(first, stored)
  for (const staffId of ['he', 'qian']) {
    const member = await house.database.open(staffStore).get(staffId)
    if (member) await before.open(staffStore).insert(member)
  }
  if (kept) await before.open(callsStore).insert(kept)
  await first.close()

  house.clock.set(at('02:05:00.000'))
  const second = await openPglite(folder)
  const again = { ...house, database: await openDatabase(second, stored) }
  const [heAgain, qianAgain] = [atDuty(again, 'he', '何静'), atDuty(again, 'qian', '钱宇')]
  expect(await inQueue(heAgain, callId)).toMatchObject({ withHead: true, overdue: true })
  const both = await Promise.all([heAgain.calls.accept({ callId }), qianAgain.calls.accept({ callId })])
  expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CALL_TAKEN', 'OK'])
  await second.close()
  await rm(folder, { recursive: true })
}, 60_000)
