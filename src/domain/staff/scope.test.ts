import { describe, expect, it } from 'vitest'
import { branchOf, isWithin, manages, mayGrant } from './scope'
import type { Grant, Role } from './words'

const in_ = (branchId: string, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId }))
const at = (...grants: Grant[]) => ({ grants, active: true })
const district = at(...in_('city.heping', 'manager'))
const city = at(...in_('city', 'manager'))
const open = new Set(['city', 'city.heping', 'city.heping.tractor', 'city.tiexi'])

describe('a manager', () => {
  it('has as colleagues those all of whose roles lie within what is managed', () => {
    expect(manages(district, at(...in_('city.heping.tractor', 'editor')))).toBe(true)
    expect(manages(district, at(...in_('city.heping', 'editor'), ...in_('city.tiexi', 'editor')))).toBe(false)
    expect(manages(district, city)).toBe(false)
    expect(manages(city, district)).toBe(true)
  })
  it('of one branch is no manager of another whose name begins alike', () => {
    expect(isWithin(in_('city.heping2', 'editor'), ['city.heping'])).toBe(false)
  })
  it('manages nobody by another role, nor after leaving, nor somebody without any role', () => {
    expect(manages(at(...in_('city', 'auditor', 'supervisor')), district)).toBe(false)
    expect(manages({ ...city, active: false }, district)).toBe(false)
    expect(manages(undefined, district)).toBe(false)
    expect(manages(city, at())).toBe(false)
  })
})

describe('giving a role', () => {
  const others = { open, oneself: false }
  it('is possible within what is managed, in a branch that is open', () => {
    expect(mayGrant(district, in_('city.heping.tractor', 'manager'), [], others)).toBe(true)
    expect(mayGrant(district, in_('city', 'editor'), [], others)).toBe(false)
    expect(mayGrant(district, in_('city.tiexi', 'editor'), [], others)).toBe(false)
    expect(mayGrant(district, in_('city.heping.closed', 'editor'), [], others)).toBe(false)
  })
  it('takes one that is out of reach with all the others', () => {
    const asked = [...in_('city.heping', 'editor'), ...in_('city', 'editor')]
    expect(mayGrant(district, asked, [], others)).toBe(false)
  })
  it('leaves what somebody holds already, also where the branch has closed', () => {
    const held = in_('city.heping.closed', 'editor')
    expect(mayGrant(district, held, held, others)).toBe(true)
  })
  it('to oneself is impossible; narrowing one’s own is not', () => {
    const oneself = { open, oneself: true }
    expect(mayGrant(city, in_('city', 'manager', 'auditor'), city.grants, oneself)).toBe(false)
    expect(mayGrant(city, in_('city.heping', 'manager'), city.grants, oneself)).toBe(true)
    expect(mayGrant(district, in_('city', 'manager'), district.grants, oneself)).toBe(false)
  })
  it('is over for a manager who has left', () => {
    expect(mayGrant({ ...city, active: false }, in_('city', 'editor'), in_('city', 'editor'), others)).toBe(false)
  })
})

describe('the branch of several roles', () => {
  it('is the narrowest in which all of them lie', () => {
    expect(branchOf(in_('city.heping.tractor', 'editor'))).toBe('city.heping.tractor')
    expect(branchOf([...in_('city.heping.tractor', 'editor'), ...in_('city.heping.rail', 'editor')])).toBe(
      'city.heping',
    )
    expect(branchOf([...in_('city.heping', 'editor'), ...in_('city.tiexi', 'editor')])).toBe('city')
    expect(branchOf([])).toBe('city')
  })
})
