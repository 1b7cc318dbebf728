import { describe, expect, it } from 'vitest'
import { sayChange, sayGrants } from './say'

const nameOf = (id: string) => ({ city: '市总工会', 'city.heping': '和平区总工会' })[id] ?? ''
const manager = { role: 'manager' as const, branchId: 'city.heping' }
const editor = { role: 'editor' as const, branchId: 'city' }

describe('what the auditor reads of roles', () => {
  it('names the branch and the role', () => {
    expect(sayGrants([manager, editor], nameOf)).toBe('和平区总工会 管理员、市总工会 内容编辑')
    expect(sayGrants([{ ...editor, branchId: 'city.gone' }], nameOf)).toBe('内容编辑')
  })
  it('says what was added and what was taken away', () => {
    expect(sayChange([editor], [manager], nameOf)).toBe('增加 和平区总工会 管理员；去掉 市总工会 内容编辑')
    expect(sayChange([editor], [editor, manager], nameOf)).toBe('增加 和平区总工会 管理员')
    expect(sayChange([editor], [editor], nameOf)).toBe('')
  })
})
