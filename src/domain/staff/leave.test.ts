import { describe, expect, it } from 'vitest'
import { leave, onlyTheirs } from './leave'
import type { Grant, Role } from './words'

const in_ = (branchId: string, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId }))
const person = (id: string, grants: Grant[], passwordHash = 'scrypt$a$b') => ({
  id,
  name: id,
  login: id,
  grants,
  active: true,
  passwordHash,
  createdAt: '',
  origin: id,
  waiting: null,
})
const chen = person('chen', in_('city.heping', 'editor'))
const staying = (others: ReturnType<typeof person>[], managers = 1) => ({ others, managers })

describe('what only one colleague does', () => {
  it('is what nobody else at work does in that branch or above it', () => {
    expect(onlyTheirs(chen, [])).toEqual(chen.grants)
    expect(onlyTheirs(chen, [person('a', in_('city', 'editor'))])).toEqual([])
    expect(onlyTheirs(chen, [person('a', in_('city.heping.tractor', 'editor'))])).toEqual(chen.grants)
    expect(onlyTheirs(chen, [person('a', in_('city.heping', 'reviewer'))])).toEqual(chen.grants)
  })
  it('counts neither those who have left nor those who never came in', () => {
    const same = in_('city.heping', 'editor')
    expect(onlyTheirs(chen, [{ ...person('a', same), active: false }, person('b', same, '')])).toEqual(chen.grants)
  })
  it('is nothing for somebody who never came in', () => {
    expect(onlyTheirs(person('new', in_('city', 'editor'), ''), [])).toEqual([])
  })
})

describe('leaving', () => {
  const zhou = person('zhou', in_('city.heping', 'reviewer'))

  it('needs nobody where somebody else does the same', () => {
    const result = leave(chen, undefined, staying([person('a', in_('city', 'editor'))]))
    expect(result).toMatchObject({ ok: true, data: { successor: undefined, handedOver: [] } })
  })
  it('keeps the roles for the record, and nothing that opens a door', () => {
    const result = leave(chen, zhou, staying([zhou]))
    expect(result.ok && result.data.member).toEqual({ ...chen, active: false, passwordHash: '' })
  })
  it('gives what only this colleague did to the successor, beside what they do', () => {
    const result = leave(chen, zhou, staying([zhou]))
    expect(result.ok && result.data.successor?.grants).toEqual([...zhou.grants, ...chen.grants])
    expect(result.ok && result.data.handedOver).toEqual(chen.grants)
  })
  it('is refused where a successor is needed and none is named', () => {
    expect(leave(chen, undefined, staying([zhou]))).toMatchObject({ code: 'SUCCESSOR_NEEDED' })
  })
  it('is refused to oneself and to somebody who has left', () => {
    expect(leave(chen, chen, staying([]))).toMatchObject({ code: 'SUCCESSOR_NOT_FIT' })
    expect(leave(chen, { ...zhou, active: false }, staying([]))).toMatchObject({ code: 'SUCCESSOR_NOT_FIT' })
  })
  it('of the last city manager needs a successor who can come in', () => {
    const wang = person('wang', in_('city', 'manager'))
    expect(leave(wang, undefined, staying([zhou], 0))).toMatchObject({ code: 'LAST_MANAGER' })
    expect(leave(wang, { ...zhou, passwordHash: '' }, staying([], 0))).toMatchObject({ code: 'LAST_MANAGER' })
    expect(leave(wang, zhou, staying([zhou], 0)).ok).toBe(true)
  })
})
