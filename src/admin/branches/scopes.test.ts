import { describe, expect, it } from 'vitest'
import { scopesFor } from './scopes'

const grants = [
  { role: 'manager' as const, branchId: 'city.heping.works', branchName: '拖拉机厂工会' },
  { role: 'manager' as const, branchId: 'city.heping', branchName: '和平区总工会' },
  { role: 'editor' as const, branchId: 'city', branchName: '市总工会' },
  { role: 'manager' as const, branchId: 'city.hepingli', branchName: '和平里' },
]

describe('where somebody may start to choose a branch', () => {
  it('is each outermost branch in which their role counts', () => {
    expect(scopesFor('branches.create', grants)).toEqual([
      { id: 'city.heping', name: '和平区总工会' },
      { id: 'city.hepingli', name: '和平里' },
    ])
  })

  it('is nowhere for a role that may not', () => {
    expect(scopesFor('audit.readings', grants)).toEqual([])
  })
})
