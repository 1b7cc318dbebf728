import { afterEach, describe, expect, it, vi } from 'vitest'
import { Busy } from '../database'
import { faultReply, isConflict, isDuplicate } from './failure'

const E11000 = 'multiple write errors: [{write errors: [{E11000 duplicate key error collection: x index: _id_}]}]'
const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.'

describe('a failure of the SDK', () => {
  it('is a duplicate by code or by text, thrown as an error or as a plain object', () => {
    expect(isDuplicate({ errCode: -502001, errMsg: `document.add:fail ${E11000}` })).toBe(true)
    expect(isDuplicate(Object.assign(new Error('refused'), { code: 'DATABASE_DUPLICATE_WRITE' }))).toBe(true)
    expect(isDuplicate(new Error(E11000))).toBe(true)
    for (const other of [new Error(CONFLICT), { errCode: -502001, errMsg: 'bad query' }, undefined, null])
      expect(isDuplicate(other)).toBe(false)
  })

  it('is a conflict whether the operation or the commit says so', () => {
    expect(isConflict({ errCode: -501001, errMsg: `document.update:fail -501001. ${CONFLICT}` })).toBe(true)
    expect(isConflict({ code: 'DATABASE_TRANSACTION_CONFLICT', message: 'x' })).toBe(true)
    expect(isConflict(new Error('[ResourceUnavailable.TransactionNotExist] Transaction does not exist'))).toBe(true)
    for (const other of [new Error(E11000), new Error('socket hang up'), { errCode: -501001, errMsg: 'SYS_ERR' }])
      expect(isConflict(other)).toBe(false)
  })
})

describe('a fault', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is told without what it was about, and logged by its place', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(faultReply('people', 'r-1', new Error('王小明'))).toEqual({ ok: false, code: 'INTERNAL', requestId: 'r-1' })
    expect(logged).toHaveBeenCalledOnce()
    const line = String(logged.mock.calls[0]?.[0])
    expect(JSON.parse(line)).toMatchObject({ function: 'people', requestId: 'r-1', code: 'INTERNAL' })
    expect(line).toContain('failure.test.ts')
    expect(line).not.toContain('王小明')
  })

  it('of too many conflicts is told as being busy', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(faultReply('people', 'r-1', new Busy('x'))).toEqual({ ok: false, code: 'BUSY', requestId: 'r-1' })
    expect(logged).not.toHaveBeenCalled()
  })
})
