import { describe, expect, it } from 'vitest'
import { draftsOf, draftsProblem, grantsOf } from './grants'

const city = { id: 'city', name: '市总工会' }

describe('roles while they are given', () => {
  it('are complete when every line has a role and a branch', () => {
    expect(draftsProblem([])).toBe('请至少给一个角色')
    expect(draftsProblem([{ role: 'editor' }])).toBe('每一行都要选角色和组织')
    expect(draftsProblem([{ branch: city }])).toBe('每一行都要选角色和组织')
    expect(draftsProblem([{ role: 'editor', branch: city }])).toBeNull()
  })

  it('travel once each, as ids', () => {
    const drafts = draftsOf([{ role: 'editor', branchId: 'city', branchName: '市总工会' }])
    expect(grantsOf([...drafts, { role: 'editor', branch: city }, { role: 'host', branch: city }])).toEqual([
      { role: 'editor', branchId: 'city' },
      { role: 'host', branchId: 'city' },
    ])
  })
})
