import { describe, expect, it } from 'vitest'
import { permissions } from '../../contract/permissions'
import { roles } from '../../domain/staff/words'
import { mayEnter, places, placesFor, saysOverdue } from './navigation'

const names = (...held: Parameters<typeof placesFor>[0]) => placesFor(held).map((place) => place.name)

describe('the navigation by role', () => {
  it('shows each role its own pages and no other', () => {
    expect(Object.fromEntries(roles.map((role) => [role, names(role)]))).toEqual({
      counsellor: ['咨询', '对话', '记录簿', '约不上', '接听记录'],
      supervisor: ['值守', '测评放行', '数据', '接听记录', '身份查看'],
      editor: ['内容', '数据'],
      reviewer: ['内容', '测评放行', '数据'],
      host: ['活动', '老师'],
      manager: ['数据', '团体测评', '咨询师', '约不上', '活动', '老师', '热线', '人员', '组织'],
      auditor: ['审计'],
    })
    expect(names('editor', 'manager')).toEqual([
      ...['内容', '数据', '团体测评', '咨询师', '约不上', '活动', '老师', '热线', '人员', '组织'],
    ])
    expect(names()).toEqual([])
  })

  it('is what the permission table says, and nothing beside it', () => {
    for (const place of places)
      for (const role of roles) expect(mayEnter(place.path, [role])).toBe(role in permissions[place.asks])
  })

  it('says what is overdue where the day of whoever can answer begins, and to nobody else', () => {
    const where = (...held: Parameters<typeof placesFor>[0]) =>
      placesFor(held)
        .map(({ path }) => path)
        .filter((path) => saysOverdue(path, held))
    expect(where('counsellor')).toEqual(['/counselling', '/wishes'])
    expect(where('manager')).toEqual(['/insights', '/wishes'])
    expect(where('supervisor', 'counsellor')).toEqual(['/duty', '/counselling', '/wishes'])
    for (const role of ['supervisor', 'editor', 'reviewer', 'auditor'] as const) expect(where(role)).toEqual([])
  })

  it('keeps a page and what lies under it together', () => {
    expect(mayEnter('/library/abc', ['editor'])).toBe(true)
    expect(mayEnter('/branches/import', ['manager'])).toBe(true)
    expect(mayEnter('/branches/import', ['auditor'])).toBe(false)
    expect(mayEnter('/librarypeople', ['editor'])).toBe(false)
    expect(mayEnter('/people', ['reviewer'])).toBe(false)
  })
})
