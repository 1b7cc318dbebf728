import { describe, expect, it } from 'vitest'
import { generateKeys, newSecret, readKeys, secretId } from './keys'

describe('the key ring', () => {
  it('is asked for: without it nothing starts', () => {
    expect(() => readKeys(undefined)).toThrow('refusing to start')
    expect(() => readKeys('')).toThrow('refusing to start')
  })
  it.each([
    '{}',
    'not json',
    '{"active":"k1","wrapping":{},"index":"AAAA"}',
    JSON.stringify({ ...JSON.parse(generateKeys()), active: 'k2' }),
  ])('is refused when it is malformed: %s', (json) => expect(() => readKeys(json)).toThrow('malformed'))
  it('hashes the same words alike, apart by purpose and by ring', () => {
    const ring = generateKeys()
    const keys = readKeys(ring)
    expect(keys.hash('person', 'lin')).toBe(readKeys(ring).hash('person', 'lin'))
    expect(keys.hash('person', 'lin')).not.toBe(keys.hash('attempt', 'lin'))
    expect(keys.hash('person', 'lin')).not.toBe(readKeys(generateKeys()).hash('person', 'lin'))
  })
})

describe('a secret', () => {
  it('has 256 bits, its kind in front, and an id that does not give it away', () => {
    const secret = newSecret('s_')
    expect(secret).toMatch(/^s_[\w-]{43}$/)
    expect(secretId(secret)).toMatch(/^[0-9a-f]{64}$/)
    expect(newSecret('s_')).not.toBe(secret)
  })
})
