import { branchesStore } from '../../cloudfunctions/people/branches-store'
import { type Branch, CITY } from '../../src/domain/branches/words'
import type { House } from './open-house'

const branch = (id: string, kind: Branch['kind'], name: string, closed = false): Branch => ({
  id,
  parentId: id.slice(0, Math.max(0, id.lastIndexOf('.'))),
  kind,
  name,
  code: id.replaceAll('.', '-'),
  address: '',
  closed,
  createdAt: '2026-01-01T00:00:00.000Z',
})

export const HEPING = 'city.heping'
export const TRACTOR = 'city.heping.tractor'
export const TIEXI = 'city.tiexi'
/** Open itself, under a branch that is closed. */
export const UNDER_CLOSED = 'city.shut.unit'

/** A city with two districts and a unit, and a third district that was closed. */
export const openDistricts = (house: House) =>
  house.database
    .open(branchesStore)
    .insertMany([
      branch(CITY, 'city', '市总工会'),
      branch(HEPING, 'district', '和平区工会'),
      branch(TRACTOR, 'unit', '拖拉机厂工会'),
      branch(TIEXI, 'district', '铁西区工会'),
      branch('city.shut', 'district', '旧城区工会', true),
      branch(UNDER_CLOSED, 'unit', '旧厂工会'),
    ])
