import { randomBytes } from 'node:crypto'
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

describe('a wrapped data key', () => {
  const dataKey = randomBytes(32)
  const ring = JSON.parse(generateKeys())
  const keys = readKeys(JSON.stringify(ring))
  const { wrapped, wrappedBy } = keys.wrap('d1', dataKey)

  it('opens to what was wrapped, under its own id', () => {
    expect(keys.unwrap('d1', wrapped, wrappedBy).equals(dataKey)).toBe(true)
    expect(wrappedBy).toBe('k1')
  })
  it('is never wrapped twice alike', () => {
    expect(keys.wrap('d1', dataKey).wrapped).not.toBe(wrapped)
  })
  it('does not open under the id of another', () => {
    expect(() => keys.unwrap('d2', wrapped, wrappedBy)).toThrow()
  })
  it('does not open once it was tampered with or cut', () => {
    for (const at of [0, 25, wrapped.length - 2]) {
      const tampered = wrapped.slice(0, at) + (wrapped[at] === 'A' ? 'B' : 'A') + wrapped.slice(at + 1)
      expect(() => keys.unwrap('d1', tampered, wrappedBy), `character ${at}`).toThrow()
    }
    expect(() => keys.unwrap('d1', wrapped.slice(0, 20), wrappedBy)).toThrow('too short')
  })
  it('says which wrapping key is lost instead of opening to something else', () => {
    expect(() => keys.unwrap('d1', wrapped, 'k0')).toThrow('the wrapping key k0 is not in XINYI_KEYS')
    expect(() => keys.unwrap('d1', wrapped, 'constructor')).toThrow('not in XINYI_KEYS')
    expect(() => readKeys(generateKeys()).unwrap('d1', wrapped, wrappedBy)).toThrow()
  })
  it('still opens after a newer wrapping key was added, which wraps from then on', () => {
    const k2 = randomBytes(32).toString('base64')
    const newer = readKeys(JSON.stringify({ ...ring, active: 'k2', wrapping: { ...ring.wrapping, k2 } }))
    expect(newer.unwrap('d1', wrapped, wrappedBy).equals(dataKey)).toBe(true)
    expect(newer.wrap('d1', dataKey).wrappedBy).toBe('k2')
    expect([newer.has('k1'), newer.has('k3')]).toEqual([true, false])
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
