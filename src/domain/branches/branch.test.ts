import { describe, expect, it } from 'vitest'
import { BRANCH_PART, close, create, isWayOpen, mayLieBelow, meantBy, rename, reopen } from './branch'
import { type Branch, type BranchKind, branchKinds, CITY } from './words'

const now = new Date('2026-03-10T02:00:00.000Z')
const branch = (id: string, kind: BranchKind, change: Partial<Branch> = {}): Branch => ({
  id,
  parentId: id.slice(0, Math.max(0, id.lastIndexOf('.'))),
  kind,
  name: id,
  code: id.replaceAll('.', '-'),
  address: '',
  closed: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...change,
})
const city = branch(CITY, 'city')
const heping = branch('city.heping', 'district')
const tractors = branch('city.heping.tractr', 'unit')

describe('what lies below what', () => {
  it('is fixed for every pair of kinds', () => {
    const below = Object.fromEntries(
      branchKinds.map((parent) => [parent, branchKinds.filter((kind) => mayLieBelow(kind, parent))]),
    )
    expect(below).toEqual({
      city: ['district', 'unit', 'station'],
      district: ['unit', 'station'],
      unit: ['station'],
      station: [],
    })
  })
})

describe('a new branch', () => {
  const wanted = { part: 'abc123', kind: 'station', name: '东门驿站', code: 'east-gate', now } as const
  it('has its way down in its id', () => {
    expect(create([city, heping, tractors], wanted)).toEqual({
      ok: true,
      data: {
        id: 'city.heping.tractr.abc123',
        parentId: 'city.heping.tractr',
        kind: 'station',
        name: '东门驿站',
        code: 'east-gate',
        address: '',
        closed: false,
        createdAt: '2026-03-10T02:00:00.000Z',
      },
    })
    expect('abc123').toMatch(BRANCH_PART)
  })
  it('does not come below its own kind', () => {
    expect(create([city, heping], { ...wanted, kind: 'district' })).toMatchObject({ code: 'KIND_NOT_BELOW' })
  })
  it('does not come below anything closed, however far above', () => {
    expect(create([city, { ...heping, closed: true }, tractors], wanted)).toMatchObject({ code: 'BRANCH_CLOSED' })
    expect(create([], wanted)).toMatchObject({ code: 'BRANCH_CLOSED' })
  })
})

describe('a branch', () => {
  it('changes its name and nothing else', () => {
    expect(rename(heping, '和平区总工会')).toEqual({ ...heping, name: '和平区总工会' })
  })
  it('closes when nothing below it is open', () => {
    expect(close(heping, false)).toMatchObject({ ok: true, data: { closed: true } })
    expect(close(heping, true)).toMatchObject({ code: 'BRANCH_HAS_CHILDREN' })
  })
  it('never closes when it is the city', () => {
    expect(close(city, false)).toMatchObject({ code: 'CITY_STAYS' })
  })
  it('opens again only below what is open', () => {
    const closed = { ...tractors, closed: true }
    expect(reopen(closed, [city, heping])).toMatchObject({ ok: true, data: { closed: false } })
    expect(reopen(closed, [city, { ...heping, closed: true }])).toMatchObject({ code: 'BRANCH_CLOSED' })
    expect(reopen(city, [])).toMatchObject({ ok: true })
  })
  it('is open when its whole way is', () => {
    expect(isWayOpen([city, heping])).toBe(true)
    expect(isWayOpen([{ ...city, closed: true }, heping])).toBe(false)
    expect(isWayOpen([])).toBe(false)
  })
})

describe('a code in a file', () => {
  const twin = branch('city.dadong.tractr', 'unit', { code: tractors.code })
  it('means the one branch in scope that bears it', () => {
    expect(meantBy([tractors], CITY)).toBe(tractors)
    expect(meantBy([tractors, twin], 'city.heping')).toBe(tractors)
  })
  it('means nothing when it is unknown or lies elsewhere', () => {
    expect(meantBy([], CITY)).toBe('branch-unknown')
    expect(meantBy([tractors], 'city.dadong')).toBe('branch-unknown')
    expect(meantBy([branch('city.heping2', 'district')], 'city.heping')).toBe('branch-unknown')
  })
  it('is ambiguous for two that are open, and plain again when one is closed', () => {
    expect(meantBy([tractors, twin], CITY)).toBe('branch-ambiguous')
    expect(meantBy([tractors, { ...twin, closed: true }], CITY)).toBe(tractors)
  })
})
