import { describe, expect, it } from 'vitest'
import {
  type Directory,
  emptyDirectory,
  move,
  removeInstitution,
  removeLine,
  saveInstitution,
  saveLine,
} from './directory'
import { isNumber, isSameNumber, isSampleNumber } from './number'

const institution = { id: 'i1', branchId: 'city', revision: 0, name: '职工服务中心', kind: 'union', note: '' } as const
const line = {
  id: 'l1',
  institutionId: 'i1',
  revision: 0,
  name: '倾诉热线',
  numbers: ['000-0000-0001'],
  answeredBy: '咨询师',
  cost: 'free' as const,
  anonymous: true,
  hours: { always: true, periods: [], onHolidays: 'as-usual' as const, holidaySpans: [] },
  hidden: false,
  confirmed: false,
}
const save = (directory: Directory, change: Partial<typeof line> = {}) =>
  saveLine(directory, { ...line, ...change }, '12351')
const ok = <T>(result: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const start = () => ok(save(ok(saveInstitution(emptyDirectory(), institution)).directory)).directory

describe('a line', () => {
  it('is a sample while nobody can be reached under one of its numbers, and no longer when a real one is confirmed', () => {
    const directory = start()
    expect(directory.lines[0]?.sample).toBe(true)
    const real = { revision: 1, numbers: ['024-22334455'] }
    expect(save(directory, real)).toMatchObject({ code: 'NUMBER_NOT_CONFIRMED' })
    expect(ok(save(directory, { ...real, confirmed: true })).saved.sample).toBe(false)
  })
  it('keeps a confirmed number without confirming it again', () => {
    const { directory } = ok(save(start(), { revision: 1, numbers: ['024-22334455'], confirmed: true }))
    const after = { revision: 2, numbers: ['024-22334455'], name: '新名字' }
    expect(ok(save(directory, after)).saved).toMatchObject({ name: '新名字', sample: false, revision: 3 })
  })
  it('is not one of those on top', () => {
    for (const number of ['12356', '120', '110', '12351'])
      expect(save(start(), { revision: 1, numbers: [number], confirmed: true })).toMatchObject({
        code: 'NUMBER_ON_TOP',
      })
  })
  it('sent twice is written once, and is not written over what a colleague wrote', () => {
    const directory = start()
    expect(ok(save(directory)).directory).toBe(directory)
    expect(save(directory, { name: '别的' })).toMatchObject({ code: 'HOTLINE_CHANGED' })
  })
  it('gets a number for its dial taps that no other had before', () => {
    const without = ok(removeLine(start(), 'l1'))
    expect(ok(save(without, { id: 'l2' })).saved.dialId).toBe(2)
    expect(without.gone).toEqual([{ id: 'l1', dialId: 1, name: '倾诉热线', institutionName: '职工服务中心' }])
  })
})

describe('the order', () => {
  it('of lines changes within their institution, and stays at either end', () => {
    const two = ok(saveInstitution(start(), { ...institution, id: 'i2' })).directory
    const three = ok(save(ok(save(two, { id: 'other', institutionId: 'i2' })).directory, { id: 'l2' })).directory
    const moved = ok(move(three, 'l2', true))
    expect(moved.lines.map(({ id }) => id)).toEqual(['l2', 'other', 'l1'])
    expect(ok(move(moved, 'l2', true)).lines).toEqual(moved.lines)
    expect(ok(move(moved, 'i1', false)).institutions.map(({ id }) => id)).toEqual(['i2', 'i1'])
    expect(removeInstitution(moved, 'i2')).toMatchObject({ code: 'INSTITUTION_HAS_LINES' })
  })
})

describe('a number', () => {
  it.each(['12345', '95598', '024-22334455', '02422334455', '0411-82345678', '400-123-4567', '13812345678'])(
    '%s can be dialled',
    (number) => expect([isNumber(number), isSampleNumber(number)]).toEqual([true, false]),
  )
  it.each(['', '000', '0000000001', '12', 'abc', '024-22334455-801', '+8613812345678', '2233445'])(
    '%s cannot',
    (number) => expect(isNumber(number)).toBe(false),
  )
  it('of a sample is known as one, and dashes do not make another', () => {
    expect(isSampleNumber('000-0000-0001')).toBe(true)
    expect(isSameNumber('024-22334455', '02422334455')).toBe(true)
  })
})
