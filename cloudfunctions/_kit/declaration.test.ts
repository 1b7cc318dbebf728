import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { declarations } from '../people/inventory'
import { checked, declare, lift } from './declaration'

const notes = declare({
  name: 'notes',
  title: '试样',
  about: '测试用',
  schema: z.strictObject({ id: z.string(), text: z.string(), lines: z.number() }),
  version: 3,
  migrations: {
    1: (old) => ({ ...old, text: old.words, words: undefined }),
    2: ({ words, ...old }) => ({ ...old, lines: 1 }),
  },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '测试' },
})

describe('a stored document', () => {
  it('of an old version is lifted step by step', () => {
    expect(lift(notes, { id: 'n1', words: '旧', v: 1 })).toEqual({ id: 'n1', text: '旧', lines: 1 })
  })
  it('of an unknown version is a fault: it must not be read as something else', () => {
    expect(() => lift(notes, { id: 'n1', v: 4 })).toThrow()
    expect(() => lift(notes, { id: 'n1' })).toThrow()
  })
  it('is refused with a field nobody declared', () => {
    expect(() => checked(notes, { id: 'n1', text: '字', lines: 1, mood: 'low' } as never)).toThrow('notes')
  })
  it('is refused without naming what was in it', () => {
    expect(() => checked(notes, { id: 'n1', text: 5, lines: '秘密' } as never)).toThrow(
      /^notes: text invalid_type, lines invalid_type$/,
    )
  })
})

describe('every declaration', () => {
  it.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
    '%s can be provisioned in both databases',
    (_, declaration) => {
      expect(Object.keys(declaration.indexes).length).toBeLessThan(20)
      for (const field of Object.values(declaration.indexes).flat())
        expect(Object.keys(declaration.schema.shape)).toContain(field)
      for (const field of Object.keys(declaration.schema.shape)) expect(field).toMatch(/^[a-zA-Z][a-zA-Z0-9]{0,31}$/)
      for (let version = 1; version < declaration.version; version++)
        expect(declaration.migrations[version]).toBeDefined()
    },
  )
  it.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
    '%s says in Chinese what it is and why it is kept',
    (_, declaration) => {
      expect(declaration.about).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(declaration.keep.why).toMatch(/[\u4e00-\u9fff]{4}/)
    },
  )
  it.each(
    declarations
      .filter((declaration) => 'days' in declaration.keep)
      .map((declaration) => [declaration.name, declaration] as const),
  )('%s can be swept by an index on its date', (_, declaration) => {
    const { since } = declaration.keep as { since: string }
    expect(Object.values(declaration.indexes)).toContainEqual([since])
  })
  it('of what belongs to a person can find everything of that person', () => {
    for (const declaration of declarations)
      if (declaration.owner.kind === 'person') {
        const { field } = declaration.owner
        expect(
          Object.values(declaration.indexes).some((fields) => fields[0] === field),
          declaration.name,
        ).toBe(true)
      }
  })
})
