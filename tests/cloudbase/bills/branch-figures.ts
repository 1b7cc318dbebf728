import { expect } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { monthsUntil } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import type { Billed } from './meter'

/** A year of a city with more districts than a page shows. */
export async function branchFiguresStory(house: CloudHouse, billed: Billed, wang: Api, month: string) {
  const ids = Array.from({ length: 30 }, (_, at) => `${CITY}.part${String(at).padStart(2, '0')}`)
  const common = { parentId: CITY, kind: 'district', closed: false, createdAt: '2026-01-01T00:00:00.000Z' }
  await house.standIn.load(
    'branches',
    ids.map((id, at) => ({ ...common, _id: id, name: `区${at}`, code: `part-${at}`, v: 1 })),
  )
  const used = { total: 600, cells: [CITY, ...ids].map((key) => ({ key, count: key === CITY ? null : 20 })) }
  const ways = ['booked', 'conversed'].map((way) => ({ way, people: { ...used, total: 300 } }))
  await house.standIn.load(
    'branchFigures',
    monthsUntil(month, 12).map((each) => ({ _id: `${each}.${CITY}`, month: each, branchId: CITY, used, ways, v: 1 })),
  )
  const asked = { branchId: CITY, month }
  expect((await billed('figures.branch', wang.figures.branch(asked))).used).toBe(600)
  const below = await billed('figures.branchesBelow', wang.figures.branchesBelow(asked))
  expect(below.next).not.toBeNull()
  expect(below.rows.every((row) => row.used === 20)).toBe(true)
}
