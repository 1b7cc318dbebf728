import { describe, expect, it } from 'vitest'
import { messages } from '../../contract/messages.zh-CN'
import { refusalText } from './refusal'

describe('what a refusal says', () => {
  it('says the sentence of the contract', () => {
    expect(refusalText({ ok: false, code: 'OWN_PIECE' })).toBe(messages.OWN_PIECE)
  })

  it('says from when on it can work, in Shanghai time', () => {
    expect(refusalText({ ok: false, code: 'LOCKED_OUT', retryAt: '2026-11-22T17:05:00.000Z' })).toBe(
      `${messages.LOCKED_OUT}。2026-11-23 01:05 以后可以再试`,
    )
  })

  it('gives the number of a fault, and of nothing else', () => {
    expect(refusalText({ ok: false, code: 'INTERNAL', requestId: 'r-9' })).toContain('编号 r-9')
    expect(refusalText({ ok: false, code: 'BUSY', requestId: 'r-9' })).not.toContain('r-9')
  })

  it('has a sentence for a code it does not know', () => {
    expect(refusalText({ ok: false, code: 'SOMETHING_NEW' })).toBe(messages.INTERNAL)
  })
})
