import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { declare } from './declaration'
import { BadCursor, cursorOf, plan } from './query'

const shelves = declare({
  name: 'shelves',
  title: '试样',
  about: '测试用',
  schema: z.strictObject({ id: z.string(), topic: z.string(), kind: z.string(), at: z.string(), size: z.number() }),
  indexes: { byTopic: ['topic', 'at'], byTopicAndKind: ['topic', 'kind', 'at'], bySize: ['size'] },
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '测试' },
})

describe('a query', () => {
  it('fixes the leading fields of its index and is ordered by the next', () => {
    expect(plan(shelves, { index: 'byTopic', where: { topic: 'sleep' }, limit: 20 })).toMatchObject({
      fixed: [{ field: 'topic', value: 'sleep' }],
      ordered: 'at',
    })
  })
  it('is ordered by id alone when every field is fixed', () => {
    expect(plan(shelves, { index: 'byTopic', where: { topic: 'sleep', at: 'x' }, limit: 20 }).ordered).toBeUndefined()
  })
  it.each([
    ['no such index', { index: 'byColour', limit: 20 }],
    ['a field outside the index', { index: 'byTopic', where: { kind: 'video' }, limit: 20 }],
    ['a gap in the leading fields', { index: 'byTopicAndKind', where: { kind: 'video' }, limit: 20 }],
    ['two open fields', { index: 'byTopicAndKind', where: {}, limit: 20 }],
    ['an undefined value', { index: 'byTopic', where: { topic: undefined as unknown as string }, limit: 20 }],
    [
      'a range with nothing to range over',
      { index: 'byTopic', where: { topic: 'a', at: 'b' }, range: { from: 'c' }, limit: 20 },
    ],
    ['no limit', { index: 'byTopic', where: { topic: 'a' }, limit: 0 }],
    ['too many rows', { index: 'byTopic', where: { topic: 'a' }, limit: 101 }],
  ])('that would scan is refused before it is sent: %s', (_, query) => {
    expect(() => plan(shelves, query)).toThrow()
  })
  it('takes up where its cursor left off', () => {
    const asked = plan(shelves, { index: 'byTopic', where: { topic: 'a' }, limit: 20 })
    const after = cursorOf(asked, { id: 's1', at: '2026' })
    expect(plan(shelves, { index: 'byTopic', where: { topic: 'a' }, limit: 20, after }).after).toEqual({
      value: '2026',
      id: 's1',
    })
  })
  it.each([
    ['a number where texts are ordered', 'byTopic', { topic: 'a' }, '[7,"s1"]'],
    ['nothing where texts are ordered', 'byTopic', { topic: 'a' }, '[null,"s1"]'],
    ['a text where numbers are ordered', 'bySize', {}, '["7","s1"]'],
    ['an endless number', 'bySize', {}, '[1e999,"s1"]'],
    ['a value where ids alone are ordered', 'byTopic', { topic: 'a', at: 'b' }, '["b","s1"]'],
    ['half a character', 'byTopic', { topic: 'a' }, '["\\ud83d","s1"]'],
    ['a text no database keeps', 'byTopic', { topic: 'a' }, '["a","s1\\u0000"]'],
  ])('refuses a cursor of another order on every database: %s', (_, index, where, text) => {
    const after = Buffer.from(text).toString('base64url')
    expect(() => plan(shelves, { index, where, limit: 20, after })).toThrow(BadCursor)
  })
  it('refuses a cursor that is not ours', () => {
    expect(() => plan(shelves, { index: 'byTopic', where: { topic: 'a' }, limit: 20, after: '%%%' })).toThrow(BadCursor)
  })
})
