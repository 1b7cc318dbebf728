import { describe, expect, it } from 'vitest'
import { codeOfStep, fromBase32, newTotpSecret, stepAt, stepsOf, toBase32, totpUri } from './totp'

/** The secret of both RFCs' test vectors. */
const secret = toBase32(Buffer.from('12345678901234567890'))

describe('the six digits', () => {
  it('are those of RFC 4226, appendix D', () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeOfStep(secret, step))
    expect(codes).toEqual([
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ])
  })
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are the last six of RFC 6238, appendix B, at second %i', (seconds, eight) => {
    expect(codeOfStep(secret, stepAt(new Date(seconds * 1000)))).toBe(eight.slice(-6))
  })
  it('count in the step before, in this and in the next, and no further away', () => {
    const now = new Date('2026-03-10T02:00:00Z')
    const away = (steps: number) => stepsOf(secret, codeOfStep(secret, stepAt(now) + steps), now)
    expect([-2, -1, 0, 1, 2].map((steps) => away(steps).length)).toEqual([0, 1, 1, 1, 0])
    expect(away(-1)).toEqual([stepAt(now) - 1])
  })
  it('are six, or they are nothing', () => {
    const now = new Date('2026-03-10T02:00:00Z')
    const code = codeOfStep(secret, stepAt(now))
    for (const wrong of ['', code.slice(1), `${code}0`, '六六六六六六']) expect(stepsOf(secret, wrong, now)).toEqual([])
  })
})

describe('a secret', () => {
  it('has 160 bits and is new every time', () => {
    expect(fromBase32(newTotpSecret())).toHaveLength(20)
    expect(newTotpSecret()).not.toBe(newTotpSecret())
  })
  it('is written as RFC 4648 says, and read however people copy it', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(fromBase32('mzxw 6ytb-oi======').toString()).toBe('foobar')
    expect(() => fromBase32('MZ1')).toThrow()
  })
  it('travels to the app with the name of the house and of the login', () => {
    const uri = new URL(totpUri(secret, 'wangjianguo'))
    expect(decodeURIComponent(uri.pathname)).toBe('/心驿:wangjianguo')
    expect(uri.host).toBe('totp')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret,
      issuer: '心驿',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})
