import { describe, expect, it } from 'vitest'
import { type Chosen, importIdOf } from './import-id'

const chosen: Chosen = {
  staffId: 'wang',
  branchId: 'city.heping',
  mode: 'add',
  file: { name: '名单.csv', size: 20_480, lastModified: 1_774_000_000_000 },
  round: 0,
}

describe('the id of an import', () => {
  it('is the same for the same choice, and fits the contract', () => {
    expect(importIdOf(chosen)).toBe(importIdOf({ ...chosen, file: { ...chosen.file } }))
    expect(importIdOf(chosen)).toMatch(/^[A-Za-z0-9]{16,40}$/)
  })

  it('is another for another file, branch, mode, colleague or round', () => {
    const others: Chosen[] = [
      chosen,
      { ...chosen, branchId: 'city.hexi' },
      { ...chosen, mode: 'remove' },
      { ...chosen, staffId: 'li' },
      { ...chosen, round: 1 },
      { ...chosen, file: { ...chosen.file, name: '名单 (1).csv' } },
      { ...chosen, file: { ...chosen.file, size: 20_481 } },
      { ...chosen, file: { ...chosen.file, lastModified: 1_774_000_000_001 } },
    ]
    expect(new Set(others.map(importIdOf)).size).toBe(others.length)
  })
})
