import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { declare } from './declaration'
import { generateKeys, readKeys } from './keys'
import { blindIndex, keyIdOf, SealedText, seal, unseal } from './sealing'

type Note = { id: string; personId: string; text: SealedText; aside: SealedText | null; at: string }
const noteOf = (name: string) =>
  declare<Note>({
    name,
    title: '笔记',
    about: '测试用',
    schema: z.strictObject({
      id: z.string(),
      personId: z.string(),
      text: SealedText,
      aside: SealedText.nullable(),
      at: z.string(),
    }),
    indexes: { byPerson: ['personId'] },
    owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
    sensitivity: 'sensitive',
    sealed: ['text', 'aside'],
    keep: { until: 'removed', why: '测试用' },
  })
const notes = noteOf('notes')
const key = { keyId: 'keynumber-one', bytes: randomBytes(32) }
const plain = { id: 'n1', personId: 'p1', text: '夜里睡不着', aside: null, at: '2026-03-10' }
const sealed = seal(notes, plain, key)

describe('a sealed document', () => {
  it('hides its sealed fields, leaves the rest, and opens to what it was', () => {
    expect(JSON.stringify(sealed)).not.toContain('睡不着')
    expect(sealed).toMatchObject({ id: 'n1', personId: 'p1', aside: null, at: '2026-03-10' })
    expect(keyIdOf(sealed.text)).toBe('keynumber-one')
    expect(notes.schema.safeParse(sealed).success).toBe(true)
    expect(unseal(notes, sealed, key)).toEqual(plain)
  })
  it('is never sealed twice alike', () => {
    expect(seal(notes, plain, key).text).not.toBe(sealed.text)
  })
  it('cannot be stored with a field that was not sealed', () => {
    expect(notes.schema.safeParse(plain).success).toBe(false)
  })
  it('does not open under another id, in another field or in another collection', () => {
    expect(() => unseal(notes, { ...sealed, id: 'n2' }, key)).toThrow()
    expect(() => unseal(notes, { ...sealed, text: sealed.text, aside: sealed.text }, key)).toThrow()
    expect(() => unseal(noteOf('letters'), sealed, key)).toThrow()
  })
  it('does not open with another key, not even one of the same name', () => {
    expect(() => unseal(notes, sealed, { ...key, keyId: 'keynumber-two' })).toThrow('a key that is gone')
    expect(() => unseal(notes, sealed, { ...key, bytes: randomBytes(32) })).toThrow()
  })
  it('does not open once a single character was changed', () => {
    const [version, keyId, text] = sealed.text.split('.') as [string, string, string]
    for (const at of [0, 20, text.length - 2]) {
      const other = text[at] === 'A' ? 'B' : 'A'
      const tampered = `${version}.${keyId}.${text.slice(0, at)}${other}${text.slice(at + 1)}` as SealedText
      expect(() => unseal(notes, { ...sealed, text: tampered }, key), `character ${at}`).toThrow()
    }
  })
})

describe('a blind index', () => {
  it('is alike for the same value of the same field only, and says nothing without the key', () => {
    const ring = generateKeys()
    const keys = readKeys(ring)
    const index = blindIndex(keys, 'notes', 'text', '夜里')
    expect(blindIndex(readKeys(ring), 'notes', 'text', '夜里')).toBe(index)
    expect(blindIndex(keys, 'notes', 'aside', '夜里')).not.toBe(index)
    expect(blindIndex(keys, 'letters', 'text', '夜里')).not.toBe(index)
    expect(blindIndex(readKeys(generateKeys()), 'notes', 'text', '夜里')).not.toBe(index)
  })
})
