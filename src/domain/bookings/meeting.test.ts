import { describe, expect, it } from 'vitest'
import { mayMeet } from './meeting'

const booking = {
  mode: 'text',
  state: 'confirmed',
  from: '2026-03-10T02:00:00.000Z',
  until: '2026-03-10T02:50:00.000Z',
} as const
const at = (time: string) => new Date(`2026-03-10T${time}.000Z`)

describe('the conversation of a booking', () => {
  it('opens ten minutes before, to the second, and until the booked time is over', () => {
    expect(mayMeet(booking, at('01:49:59'))).toMatchObject({ code: 'NOT_YET_TIME' })
    expect(mayMeet(booking, at('01:50:00'))).toMatchObject({ ok: true })
    expect(mayMeet(booking, at('02:49:59'))).toMatchObject({ ok: true })
    expect(mayMeet(booking, at('02:50:00'))).toMatchObject({ code: 'BOOKING_OVER' })
  })
  it('is for what was agreed by text and stands', () => {
    expect(mayMeet({ ...booking, mode: 'phone' }, at('02:00:00'))).toMatchObject({ code: 'NOT_BY_TEXT' })
    expect(mayMeet({ ...booking, state: 'held' }, at('02:00:00'))).toMatchObject({ code: 'NOT_CONFIRMED' })
    expect(mayMeet({ ...booking, state: 'cancelled' }, at('02:00:00'))).toMatchObject({ code: 'NOT_CONFIRMED' })
    // The counsellor may note that the person came while the session goes on.
    expect(mayMeet({ ...booking, state: 'attended' }, at('02:10:00'))).toMatchObject({ ok: true })
  })
})
