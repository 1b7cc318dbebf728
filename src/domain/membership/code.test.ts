import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_BYTES, codeFrom, readCode } from './code'

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })

describe('an invitation code', () => {
  it('is shown as two times five letters that cannot be mistaken', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(codeFrom(some)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
      }),
    )
  })
  it('uses each letter as often as any other', () => {
    const letters = Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array(CODE_BYTES).fill(byte))[0])
    const times = new Set([...new Set(letters)].map((letter) => letters.filter((other) => other === letter).length))
    expect([new Set(letters).size, ...times]).toEqual([32, 8])
  })
  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const code = codeFrom(some)
        const read = readCode(code)
        expect(read).toBe(code.replace('-', ''))
        expect(readCode(` ${code.toLowerCase().replace('-', ' — ')} `)).toBe(read)
        expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(read)
      }),
    )
    expect(readCode('Ｏ1i2l-34567')).toBe('0112134567')
  })
  it.each(['', 'ABCDE-FGHJ', 'ABCDE-FGHJKM', 'ABCDE-FGHJU', '中文中文中文中文中文'])('is not «%s»', (typed) => {
    expect(readCode(typed)).toBeUndefined()
  })
  it('is made from exactly as many bytes as it has letters', () => {
    expect(() => codeFrom(new Uint8Array(9))).toThrow('random bytes')
  })
})
