import { describe, expect, it } from 'vitest'
import { cleanCell, headingOf, isHeading, lineOf } from './heading'

describe('the heading of a list', () => {
  it('is known by the names of its columns, in any order and among others', () => {
    expect(headingOf(['序号', '姓名', '手机号', '组织编码', '身份证号', '会员卡号'])).toEqual({
      phone: 2,
      branchCode: 3,
      identity: 4,
      card: 5,
    })
    expect(headingOf([' 组织 编码* ', '身份证号码（必填）', '手机'])).toEqual({ branchCode: 0, identity: 1, phone: 2 })
  })

  it('takes the first of two columns with one name', () => {
    expect(headingOf(['手机号', '手机号'])).toEqual({ phone: 0 })
  })

  it('needs a branch and at least one number', () => {
    expect(isHeading(headingOf(['组织编码', '手机号']))).toBe(true)
    expect(isHeading(headingOf(['组织编码', '姓名']))).toBe(false)
    expect(isHeading(headingOf(['手机号', '身份证号']))).toBe(false)
  })
})

describe('a line', () => {
  it('has what is in its columns, and nothing where the file has none', () => {
    expect(lineOf({ branchCode: 2, phone: 0 }, ['13800000000', '王', 'tractor-works'])).toEqual({
      branchCode: 'tractor-works',
      card: '',
      identity: '',
      phone: '13800000000',
    })
    expect(lineOf({ branchCode: 2, phone: 5 }, ['x'])).toEqual({ branchCode: '', card: '', identity: '', phone: '' })
  })

  it('is freed of what Excel needs to keep a long number whole', () => {
    expect(cleanCell('\t120103199001010014 ')).toBe('120103199001010014')
    expect(cleanCell("'120103199001010014")).toBe('120103199001010014')
    expect(cleanCell('="13800000000"')).toBe('13800000000')
    expect(cleanCell('9'.repeat(300))).toHaveLength(200)
  })
})
