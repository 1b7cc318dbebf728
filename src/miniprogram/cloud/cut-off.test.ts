import { expect, it, vi } from 'vitest'
import { isReply, meaningOf, withinPatience } from './cut-off'

it('tells a call that never arrived from one that failed on the other side', () => {
  expect(meaningOf({ errMsg: 'request:fail ' })).toEqual({ ok: false, code: 'OFFLINE' })
  expect(meaningOf({ errMsg: 'request:fail timeout' })).toEqual({ ok: false, code: 'TIMED_OUT' })
  expect(meaningOf({ errCode: -504003, errMsg: 'cloud.callFunction:fail Error: errCode: -504003' })).toEqual({
    ok: false,
    code: 'INTERNAL',
  })
  expect(meaningOf(new TypeError('Failed to fetch'))).toEqual({ ok: false, code: 'OFFLINE' })
})

it('knows a reply from anything else', () => {
  expect(isReply({ ok: true, data: {} })).toBe(true)
  expect(isReply({ ok: false, code: 'BUSY' })).toBe(true)
  expect(isReply('<html>')).toBe(false)
  expect(isReply({ ok: false })).toBe(false)
})

it('stops waiting', async () => {
  vi.useFakeTimers()
  const answer = withinPatience(new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await answer).toEqual({ ok: false, code: 'TIMED_OUT' })
  vi.useRealTimers()
})
