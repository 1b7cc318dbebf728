import { expect, it } from 'vitest'
import { BRANCH_PART } from '../../domain/branches/branch'
import { seedBranches } from './branches'

it('a sample city: three districts, eight works, four stations, each with an id and a code of its own', () => {
  const branches = seedBranches('2026-11-22T02:00:00.000Z')
  const amount = (kind: string) => branches.filter((branch) => branch.kind === kind).length
  expect(['city', 'district', 'unit', 'station'].map(amount)).toEqual([1, 3, 8, 4])
  expect(new Set(branches.map(({ id }) => id)).size).toBe(branches.length)
  expect(new Set(branches.map(({ code }) => code)).size).toBe(branches.length)
  for (const { id, code, name } of branches) {
    for (const part of id.split('.').slice(1)) expect(part).toMatch(BRANCH_PART)
    expect(code).toMatch(/^[a-z0-9][a-z0-9-]{0,31}$/)
    expect(name).toContain('示例')
  }
})
