import { describe, expect, it } from 'vitest'
import { type Place, unfinished, withPlace } from './places'

const place = (pieceId: string, part = 0.5): Place => ({
  pieceId,
  kind: 'article',
  title: pieceId,
  part,
  seconds: 0,
  at: '2026-11-22T08:00:00.000Z',
})

describe('places', () => {
  it('puts the piece just left first and keeps each piece once', () => {
    const list = withPlace([place('a'), place('b')], place('b', 0.7))
    expect(list.map((p) => [p.pieceId, p.part])).toEqual([
      ['b', 0.7],
      ['a', 0.5],
    ])
  })

  it('forgets the oldest beyond a hundred', () => {
    let list: Place[] = []
    for (let i = 0; i < 101; i++) list = withPlace(list, place(`p${i}`))
    expect(list).toHaveLength(100)
    expect(list.some((p) => p.pieceId === 'p0')).toBe(false)
  })

  it('offers the last one begun and not nearly finished', () => {
    expect(unfinished([place('done', 0.95), place('glance', 0.02), place('half', 0.4)])?.pieceId).toBe('half')
    expect(unfinished([place('done', 1)])).toBeNull()
  })
})
