import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeAt, doorCodeAt, isCode, isDoorCode, qrText, readQr, secondsLeft, ticketKeyOf } from './code'

const doorKey = 'a'.repeat(64)
const key = ticketKeyOf(doorKey, 'ticket_one')
const now = new Date('2026-03-14T02:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('the code of a ticket', () => {
  it('is an HMAC of the ticket’s key and the half minute', () => {
    expect(key).toBe(createHmac('sha256', doorKey).update('ticket ticket_one').digest('hex'))
    const window = Math.floor(now.getTime() / 30_000)
    const bytes = createHmac('sha256', key).update(`code ${window}`).digest()
    const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
    expect(codeAt(key, now)).toBe([...bytes.subarray(0, 8)].map((byte) => alphabet[byte % 32]).join(''))
  })

  it('is the same for half a minute, counts down, and then another', () => {
    expect(codeAt(key, later(29))).toBe(codeAt(key, now))
    expect(codeAt(key, later(30))).not.toBe(codeAt(key, now))
    expect([secondsLeft(now), secondsLeft(later(29)), secondsLeft(later(30))]).toEqual([30, 1, 30])
  })

  it('is good two windows before and after, and no longer', () => {
    const code = codeAt(key, now)
    expect([-60, -1, 0, 29, 89].map((seconds) => isCode(key, code, later(seconds)))).toEqual(Array(5).fill(true))
    expect([-61, 90].map((seconds) => isCode(key, code, later(seconds)))).toEqual([false, false])
  })

  it('is no other ticket’s, nor another event’s', () => {
    const code = codeAt(key, now)
    expect(isCode(ticketKeyOf(doorKey, 'ticket_two'), code, now)).toBe(false)
    expect(isCode(ticketKeyOf('b'.repeat(64), 'ticket_one'), code, now)).toBe(false)
  })

  it('is read from the picture and from nothing else', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{21}$/),
        fc.date({ noInvalidDate: true, min: now }),
        (ticketId, at) => {
          const code = codeAt(ticketKeyOf(doorKey, ticketId), at)
          expect(readQr(` ${qrText(ticketId, code)}\n`)).toEqual({ ticketId, code })
        },
      ),
    )
    for (const text of ['', 'https://example.org', 'XY1.a.short', 'XY2.a.23456789', 'XY1..23456789', 'XY1.a.2345678O'])
      expect(readQr(text)).toBeUndefined()
  })
})

describe('the code at the door', () => {
  it('is six digits, good as long as a ticket’s, and says nothing of any ticket’s key', () => {
    const code = doorCodeAt(doorKey, now)
    expect(code).toMatch(/^\d{6}$/)
    expect([-60, 89].map((seconds) => isDoorCode(doorKey, code, later(seconds)))).toEqual([true, true])
    expect([-61, 90].map((seconds) => isDoorCode(doorKey, code, later(seconds)))).toEqual([false, false])
    expect(isDoorCode('b'.repeat(64), code, now)).toBe(false)
  })

  it('has its zeros', () => {
    const codes = Array.from({ length: 300 }, (_, at) => doorCodeAt(doorKey, later(at * 30)))
    expect(codes.every((code) => code.length === 6)).toBe(true)
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  })
})
