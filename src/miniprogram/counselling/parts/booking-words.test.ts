import { expect, it } from 'vitest'
import { callOffReasons } from '../../../domain/bookings/words'
import { cancelRule, isOpenNow, leftOf, nearDay, placeOf, reasonWords, standing } from './booking-words'

const now = new Date('2026-03-10T02:00:00.000Z')

it('names the days that are near, of Shanghai', () => {
  expect(nearDay('2026-03-10T15:59:00.000Z', now)).toBe('今天')
  expect(nearDay('2026-03-10T16:00:00.000Z', now)).toBe('明天')
  expect(nearDay('2026-03-12T15:00:00.000Z', now)).toBe('后天')
  expect(nearDay('2026-03-12T16:00:00.000Z', now)).toBeNull()
  expect(nearDay('2026-03-09T02:00:00.000Z', now)).toBeNull()
})

it('counts down to the instant, and not beyond', () => {
  expect(leftOf('2026-03-10T02:09:05.000Z', now)).toBe('9 分 5 秒')
  expect(leftOf('2026-03-10T02:00:00.001Z', now)).toBe('1 秒')
  expect(leftOf('2026-03-10T02:00:00.000Z', now)).toBeNull()
})

it('says by when a cancellation is early, and after that blames nobody', () => {
  const from = '2026-03-11T02:00:00.000Z'
  expect(cancelRule({ from }, now)).toContain('3月10日 周二 10:00 以前取消')
  const late = cancelRule({ from }, new Date(now.getTime() + 1))
  expect(late).toContain('不到 24 小时')
  expect(late).toContain('不影响您再约')
})

it('opens a conversation in writing ten minutes before, until it ends', () => {
  const booking = {
    ...{ mode: 'text', state: 'confirmed', from: '2026-03-10T02:10:00.000Z', until: '2026-03-10T03:00:00.000Z' },
  } as Parameters<typeof isOpenNow>[0]
  expect(isOpenNow(booking, now)).toBe(true)
  expect(isOpenNow(booking, new Date(now.getTime() - 1))).toBe(false)
  expect(isOpenNow({ ...booking, state: 'attended' }, now)).toBe(true)
  expect(isOpenNow(booking, new Date(booking.until))).toBe(false)
  expect(isOpenNow({ ...booking, mode: 'phone' }, now)).toBe(false)
  expect(isOpenNow({ ...booking, state: 'cancelled' }, now)).toBe(false)
})

it('says where, and how it stands, in plain words', () => {
  expect(placeOf({ mode: 'in-person', stationName: '东门驿站' })).toBe('面谈，在东门驿站')
  expect(placeOf({ mode: 'in-person', stationName: '' })).toBe('面谈')
  expect(standing({ state: 'confirmed', until: now.toISOString() }, now)).toBe('时间已经过了')
  expect(standing({ state: 'missed', until: now.toISOString() }, now)).toBe('没有见上')
  for (const reason of callOffReasons) expect(reasonWords(reason)).toMatch(/^[^心]+。$/)
})
