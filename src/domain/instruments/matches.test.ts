import { describe, expect, it } from 'vitest'
import type { Audience } from '../pieces/words'
import { newest } from './all'
import { instrumentIds } from './instrument'
import { matchesOf, piecesToOffer } from './matches'

const helps = (...asked: Parameters<typeof matchesOf>) => matchesOf(...asked).map(({ help }) => help)

describe('what is matched to a result', () => {
  it('follows the limits to the point', () => {
    const phq9 = newest('phq9')
    expect(helps(phq9, [{ key: 'total', score: 4 }])).toEqual([{ kind: 'pieces', topic: 'self-care' }])
    expect(helps(phq9, [{ key: 'total', score: 5 }])).toEqual([
      { kind: 'pieces', topic: 'emotion' },
      { kind: 'pieces', topic: 'sleep' },
    ])
    expect(helps(phq9, [{ key: 'total', score: 10 }])).toContainEqual({ kind: 'breathing' })
  })

  it('leads to counsellors of a field, once however many scales lead there', () => {
    const talk = (...asked: Parameters<typeof matchesOf>) =>
      matchesOf(...asked).filter(({ help }) => help.kind === 'counsellors')
    expect(talk(newest('phq9'), [{ key: 'total', score: 9 }])).toEqual([])
    expect(talk(newest('phq9'), [{ key: 'total', score: 10 }]).map(({ help }) => help)).toEqual([
      { kind: 'counsellors', field: 'mood' },
    ])
    expect(talk(newest('audit-c'), [{ key: 'total', score: 3 }])[0]?.why).toContain('推荐擅长「饮酒」的咨询师')
    const both = talk(newest('phq4'), [
      { key: 'anxiety', score: 3 },
      { key: 'depression', score: 3 },
    ])
    expect(both.map(({ help }) => help)).toEqual([{ kind: 'counsellors', field: 'mood' }])
  })

  it('turns round where more is better', () => {
    expect(helps(newest('who5'), [{ key: 'total', score: 52 }])).toEqual([{ kind: 'pieces', topic: 'self-care' }])
    expect(helps(newest('who5'), [{ key: 'total', score: 28 }])).toEqual([
      { kind: 'test', id: 'phq9' },
      { kind: 'pieces', topic: 'self-care' },
      { kind: 'pieces', topic: 'emotion' },
      { kind: 'counsellors', field: 'mood' },
    ])
  })

  it('says the rule that was applied', () => {
    expect(matchesOf(newest('gad7'), [{ key: 'total', score: 5 }])[0]?.why).toBe(
      '「紧张的程度」5 分或以上（范围 0 到 21 分）时，推荐呼吸练习。',
    )
    expect(matchesOf(newest('swls'), [{ key: 'total', score: 8 }])[0]?.why).toContain('19 分或以下（范围 5 到 35 分）')
  })

  it.each(instrumentIds)('%s: always has something, each thing once, and names only scales that are there', (id) => {
    const instrument = newest(id)
    for (const end of [0, 1] as const) {
      const scores = instrument.scales.map(({ key, range }) => ({ key, score: range[end] }))
      const given = helps(instrument, scores)
      expect(given.length).toBeGreaterThan(0)
      expect(given.length).toBeLessThanOrEqual(5)
      expect(new Set(given.map((help) => JSON.stringify(help))).size).toBe(given.length)
    }
  })
})

describe('the pieces of a topic', () => {
  const piece = (id: string, ...audiences: Audience[]) => ({ id, audiences })
  const offered = (...pieces: ReturnType<typeof piece>[]) => piecesToOffer(pieces, 2).map(({ id }) => id)

  it('come with those for everybody first, then those for more, and the newest first among equals', () => {
    expect(
      offered(piece('two', 'teachers', 'medical'), piece('three', 'youth', 'police', 'migrant'), piece('everybody')),
    ).toEqual(['everybody', 'three'])
    expect(offered(piece('newer', 'youth', 'migrant'), piece('older', 'teachers', 'medical'))).toEqual([
      'newer',
      'older',
    ])
  })
  it('are none for a single audience, however new, unless there is nothing else', () => {
    expect(offered(piece('mothers', 'women'), piece('many', 'youth', 'frontline'))).toEqual(['many'])
    expect(offered(piece('teachers', 'teachers'), piece('mothers', 'women'))).toEqual(['teachers', 'mothers'])
  })
  it('come with that rule in the words', () => {
    expect(matchesOf(newest('phq9'), [{ key: 'total', score: 5 }])[0]?.why).toContain('写给的人多的在前')
  })
})
