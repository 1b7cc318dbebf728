import { describe, expect, it } from 'vitest'
import { kindsBelow } from './kinds-below'

describe('what may be created below a branch', () => {
  it('is every kind further down', () => {
    expect(kindsBelow('city')).toEqual(['district', 'unit', 'station'])
    expect(kindsBelow('unit')).toEqual(['station'])
    expect(kindsBelow('station')).toEqual([])
  })

  it('is anything but the city when the kind is not known here', () => {
    expect(kindsBelow(undefined)).toEqual(['district', 'unit', 'station'])
  })
})
