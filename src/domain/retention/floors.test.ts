import { describe, expect, it } from 'vitest'
import { floorEnds, floorNames, floorOf, regions, sealedUntil } from './floors'

describe('a floor', () => {
  it.each(regions)('is known for every kind of record in %s, with its source and in plain words', (region) => {
    for (const name of floorNames) {
      const floor = floorOf(name, region)
      expect(floor.years).toBeGreaterThan(0)
      expect(floor.source).not.toBe('')
      expect(floor.words).toContain('谁也打不开')
    }
  })
  it('is counted from when the record was closed, to the same day', () => {
    const floor = floorOf('counselling-records', 'national')
    expect(floorEnds(floor, '2026-03-10T02:00:00.000Z')).toEqual(new Date('2029-03-10T02:00:00.000Z'))
  })
  it('keeps a record that is destroyed before its end sealed until then, and not an instant longer', () => {
    const floor = floorOf('counselling-records', 'national')
    const closedAt = '2026-03-10T02:00:00.000Z'
    expect(sealedUntil(floor, closedAt, new Date('2029-03-10T01:59:59.999Z'))).toBe('2029-03-10T02:00:00.000Z')
    expect(sealedUntil(floor, closedAt, new Date('2029-03-10T02:00:00.000Z'))).toBe('')
  })
  it('of a record that is still open begins with the destruction', () => {
    const floor = floorOf('counselling-records', 'shenzhen')
    expect(sealedUntil(floor, '', new Date('2026-03-10T02:00:00.000Z'))).toBe('2036-03-10T02:00:00.000Z')
  })
})
