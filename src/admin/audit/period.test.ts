import { describe, expect, it } from 'vitest'
import { chosen, mayBeMore, namesIn } from './period'

const rows = [
  { at: '2026-11-22T16:00:00.000Z', byName: '王建国' },
  { at: '2026-11-22T15:59:59.999Z', byName: '周敏' },
  { at: '2026-11-20T01:00:00.000Z', byName: '王建国' },
]

describe('the rows of a period', () => {
  it('are counted by days of Shanghai, first and last included', () => {
    expect(chosen(rows, ['2026-11-23', '2026-11-23'], null)).toEqual([rows[0]])
    expect(chosen(rows, ['2026-11-20', '2026-11-22'], null)).toEqual([rows[1], rows[2]])
    expect(chosen(rows, null, null)).toEqual(rows)
  })

  it('can be those of one colleague', () => {
    expect(chosen(rows, null, '王建国')).toEqual([rows[0], rows[2]])
    expect(chosen(rows, ['2026-11-23', '2026-11-23'], '周敏')).toEqual([])
  })

  it('may go on unread, until a row older than the period was read or nothing follows', () => {
    expect(mayBeMore(rows, 'c', ['2026-11-20', '2026-11-23'])).toBe(true)
    expect(mayBeMore(rows, 'c', ['2026-11-21', '2026-11-23'])).toBe(false)
    expect(mayBeMore(rows, null, ['2026-11-01', '2026-11-23'])).toBe(false)
    expect(mayBeMore(rows, 'c', null)).toBe(true)
    expect(mayBeMore([], 'c', ['2026-11-01', '2026-11-23'])).toBe(true)
  })

  it('name each colleague once', () => {
    expect(namesIn(rows)).toHaveLength(2)
    expect(new Set(namesIn(rows))).toEqual(new Set(['王建国', '周敏']))
  })
})
