import { describe, expect, it } from 'vitest'
import type { StaffMember } from './staff'
import { approved, givesByTwo, isSecondPerson, isWaiting, opensByTwo, waitingFor } from './two-managers'
import type { Grant, Role } from './words'

const now = new Date('2026-03-10T02:00:00Z')
const in_ = (branchId: string, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId }))
const person = (id: string, grants: Grant[], origin = id): StaffMember => ({
  ...{ id, name: id, login: id, grants, origin, active: true },
  ...{ passwordHash: 'scrypt$a$b', createdAt: '', waiting: null },
})
const manager = (id: string, origin = id, branchId = 'city') => person(id, in_(branchId, 'manager'), origin)
const wang = manager('wang')
const liu = person('liu', in_('city', 'editor'), 'wang')
const asked = waitingFor({ what: 'changed', grants: in_('city', 'supervisor') }, wang, now)

describe('what one manager alone cannot give', () => {
  it('is the role of a supervisor or an auditor, unless it is held already', () => {
    expect(givesByTwo(in_('city', 'supervisor'))).toBe(true)
    expect(givesByTwo(in_('city.heping', 'auditor'), liu)).toBe(true)
    expect(givesByTwo(in_('city', 'manager', 'editor', 'counsellor'))).toBe(false)
    const gao = person('gao', in_('city', 'supervisor'))
    expect(givesByTwo(in_('city.heping', 'supervisor'), gao)).toBe(false)
    expect(givesByTwo(in_('city', 'supervisor'), person('gao', in_('city.heping', 'supervisor')))).toBe(true)
    expect(givesByTwo(in_('city', 'supervisor'), { ...gao, active: false })).toBe(true)
  })
  it('is a new link to who holds one', () => {
    expect(opensByTwo(person('gao', in_('city', 'auditor')))).toBe(true)
    expect(opensByTwo(wang)).toBe(false)
  })
  it('waits seven days', () => {
    expect(isWaiting(asked, new Date('2026-03-17T01:59:59Z'))).toBe(true)
    expect(isWaiting(asked, new Date('2026-03-17T02:00:00Z'))).toBe(false)
    expect(isWaiting(null, now)).toBe(false)
  })
})

describe('a second person', () => {
  it('is a manager of another origin', () => {
    expect(isSecondPerson(manager('qin'), liu, asked)).toBe(true)
  })
  it('is not whoever asked, nor whom it is about', () => {
    expect(isSecondPerson(wang, liu, asked)).toBe(false)
    expect(isSecondPerson(manager('wang', 'server'), liu, asked)).toBe(false)
    expect(isSecondPerson(manager('liu'), liu, asked)).toBe(false)
  })
  it('is nobody whose link the asker could have used, directly or through others', () => {
    expect(isSecondPerson(manager('puppet', 'wang'), liu, asked)).toBe(false)
    expect(isSecondPerson(manager('puppet-of-puppet', manager('puppet', 'wang').origin), liu, asked)).toBe(false)
    const byPuppet = waitingFor(asked, manager('puppet', 'wang'), now)
    expect(isSecondPerson(wang, liu, byPuppet)).toBe(false)
    expect(isSecondPerson(manager('sister', 'wang'), liu, byPuppet)).toBe(false)
  })
  it('is nobody of whom it is not known, on either side', () => {
    expect(isSecondPerson(manager('old', ''), liu, asked)).toBe(false)
    expect(isSecondPerson(manager('qin'), liu, waitingFor(asked, manager('old', ''), now))).toBe(false)
  })
  it('is at work, has joined, and manages all that is asked for', () => {
    expect(isSecondPerson({ ...manager('qin'), active: false }, liu, asked)).toBe(false)
    expect(isSecondPerson({ ...manager('qin'), passwordHash: '' }, liu, asked)).toBe(false)
    expect(isSecondPerson(manager('qin', 'qin', 'city.heping'), liu, asked)).toBe(false)
    expect(isSecondPerson(person('qin', in_('city', 'editor')), liu, asked)).toBe(false)
  })
})

describe('once agreed', () => {
  it('an account whose link one alone has had is opened anew, and is from then on nobody’s but its own', () => {
    const { member, relinked } = approved({ ...liu, waiting: asked }, asked)
    expect(relinked).toBe(true)
    expect(member).toMatchObject({ grants: asked.grants, passwordHash: '', origin: 'liu', waiting: null, active: true })
  })
  it('one that two have opened keeps its password', () => {
    const own = { ...liu, origin: 'liu', waiting: asked }
    expect(approved(own, asked)).toMatchObject({ relinked: false, member: { passwordHash: liu.passwordHash } })
    expect(approved(own, { ...asked, what: 'relinked' })).toMatchObject({
      relinked: true,
      member: { passwordHash: '' },
    })
  })
})
