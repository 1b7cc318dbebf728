import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AnyDeclaration } from '../../cloudfunctions/_kit/declaration'
import { encrypt } from '../../cloudfunctions/_kit/keys'
import { declarations } from '../../cloudfunctions/people/inventory'
import { stored } from '../../src/server/store'

const envelope = `x1.keynumber-one.${encrypt(Buffer.alloc(32), Buffer.from('夜里睡不着'), 'anything')}`
const fieldsOf = ({ schema }: AnyDeclaration) => Object.keys(schema.shape)
/** All that has this value, whatever the rest is: an index leaves at most one field open. */
const isWalkedBy = ({ indexes }: AnyDeclaration, field: string) =>
  Object.values(indexes).some((fields) => fields[0] === field && fields.length <= 2)
const leads = ({ indexes }: AnyDeclaration, field: string) => Object.values(indexes).some(([first]) => first === field)

describe('everything that is stored', () => {
  it('is in the list that provisioning, sweeping and destroying go by', () => {
    const names = declarations.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(30)
    const besides = stored.filter(({ name }) => !names.includes(name))
    expect(besides.filter(({ owner }) => owner.kind !== 'union')).toEqual([])
  })

  it.each(declarations.map((each) => [each.name, each] as const))('%s keeps the rules of declarations', (_, each) => {
    const { owner, sealed, keep, fields, sensitivity, schema } = each
    if (owner.kind === 'person') expect(isWalkedBy(each, owner.field), 'found by whose it is').toBe(true)
    if (owner.kind !== 'union') expect(fieldsOf(each)).toContain(owner.field)
    if (sealed.length) expect(owner.kind, 'what is sealed belongs to somebody').not.toBe('union')
    for (const field of sealed) {
      const stored = schema.shape[field] as z.ZodType
      expect(stored.safeParse(envelope).success, field).toBe(true)
      expect(stored.safeParse('夜里睡不着').success, field).toBe(false)
    }
    if (sensitivity === 'sensitive') expect(sealed, 'what is sensitive is sealed').not.toEqual([])
    if (owner.kind === 'person') expect(['personal', 'sensitive']).toContain(sensitivity)
    expect(fieldsOf(each)).toEqual(expect.arrayContaining(Object.keys(fields)))
    if ('days' in keep) expect(leads(each, keep.since), 'swept by its date').toBe(true)
    for (const field of Object.values(each.indexes).flat()) expect(fieldsOf(each)).toContain(field)
    expect(Object.values(each.indexes).flat(), 'what is sealed is searched by no index').not.toEqual(
      expect.arrayContaining(sealed.length ? [...sealed] : ['\0']),
    )
  })

  it.each(declarations.filter(({ keyedBy }) => keyedBy).map((each) => [each.name, each] as const))(
    '%s is found by whose key it is sealed with, as what has a key of its own goes with that key',
    (_, each) => {
      const { keyedBy = '', keyedWith, name } = each
      expect(fieldsOf(each)).toContain(keyedBy)
      const holder = declarations.find((other) => other.name === (keyedWith ?? name))
      expect(holder?.keyedBy, 'the key is that of the document it belongs to').toBe('id')
      if (keyedBy === 'id') return
      expect(isWalkedBy(each, keyedBy), `walked by ${keyedBy}`).toBe(true)
    },
  )

  it('says in plain words what it is and why it is kept', () => {
    for (const { name, title, about, keep } of declarations) {
      expect(title.length, name).toBeGreaterThan(1)
      for (const text of [about, keep.why]) expect(text, name).toMatch(/[一-鿿]{4}/)
    }
  })

  it('has a schema that takes nothing undeclared', () => {
    for (const { name, schema } of declarations) expect(schema, name).toBeInstanceOf(z.ZodObject)
  })
})
