import { describe, expect, it } from 'vitest'
import { mayEnter, placesFor } from './navigation'

const names = (...roles: Parameters<typeof placesFor>[0]) => placesFor(roles).map((place) => place.name)

describe('the navigation by role', () => {
  it('shows each role its own pages and no other', () => {
    expect(names('editor')).toEqual(['内容', '数据'])
    expect(names('reviewer')).toEqual(['内容', '数据'])
    expect(names('manager')).toEqual(['数据', '人员'])
    expect(names('editor', 'manager')).toEqual(['内容', '数据', '人员'])
    expect(names()).toEqual([])
  })

  it('keeps a page and what lies under it together', () => {
    expect(mayEnter('/library/abc', ['editor'])).toBe(true)
    expect(mayEnter('/library', ['manager'])).toBe(false)
    expect(mayEnter('/librarypeople', ['editor'])).toBe(false)
    expect(mayEnter('/people', ['reviewer'])).toBe(false)
  })
})
