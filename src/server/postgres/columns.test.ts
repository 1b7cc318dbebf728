import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { declare } from '../../../cloudfunctions/_kit/declaration'
import { kindOf } from '../../../cloudfunctions/_kit/indexed-kind'
import { indexesOf, isOurIndex, plainName } from './columns'

const declared = (shape: z.ZodRawShape, indexes: Record<string, readonly [...string[]]> = {}, name = 'things') =>
  declare({
    name,
    title: '试样',
    about: '只在测试里使用',
    owner: { kind: 'union' },
    sensitivity: 'internal',
    keep: { until: 'removed', why: '测试' },
    // biome-ignore lint/suspicious/noExplicitAny: any shape may be declared here.
    schema: z.strictObject({ id: z.string(), ...shape }) as any,
    indexes,
  })

describe('kindOf', () => {
  it.each([
    ['string', z.string()],
    ['string', z.iso.datetime()],
    ['string', z.enum(['a', 'b'])],
    ['string', z.literal(['a', 'b'])],
    ['string', z.templateLiteral(['k-', z.number()])],
    ['string', z.string().min(1).brand<'Id'>().optional()],
    ['string', z.union([z.literal('none'), z.iso.date()])],
    ['number', z.int().min(0).default(0)],
    ['number', z.number().nullable().readonly()],
    ['number', z.preprocess(Number, z.number())],
    ['boolean', z.boolean().catch(false)],
  ])('reads %s from the schema', (kind, schema) => {
    expect(kindOf(declared({ field: schema }), 'field')).toBe(kind)
  })

  it.each([
    ['an object', z.strictObject({})],
    ['a list', z.array(z.string())],
    ['a date', z.date()],
    ['two kinds', z.union([z.string(), z.number()])],
    ['something made by a function', z.string().transform((text) => text.length)],
  ])('refuses to index %s', (_, schema) => {
    expect(() => kindOf(declared({ field: schema }), 'field')).toThrow('cannot be indexed')
  })

  it('refuses a field that is not declared', () => {
    expect(() => kindOf(declared({}), 'toString')).toThrow('cannot be indexed')
  })
})

describe('names in statements', () => {
  it.each(['', '1a', 'a b', 'a"b', "a'b", 'a;b', 'a.b', 'a_b', '名', `a${'b'.repeat(41)}`])('refuses %j', (name) => {
    expect(() => plainName(name)).toThrow('not a plain name')
  })

  it('keeps index names apart, recognisable and within 63 bytes however long the names are', () => {
    const name = `c${'o'.repeat(40)}`
    const index = `i${'x'.repeat(39)}`
    const names = [
      ...indexesOf(
        declared({ a: z.string(), b: z.string() }, { [`${index}1`]: ['a'], [`${index}2`]: ['b'] }, name),
      ).keys(),
      ...indexesOf(declared({ a: z.number() }, { [`${index}1`]: ['a'] }, name)).keys(),
    ]
    expect(new Set(names).size).toBe(3)
    for (const made of names) expect([made.length <= 63, isOurIndex(made)]).toEqual([true, true])
  })
})
