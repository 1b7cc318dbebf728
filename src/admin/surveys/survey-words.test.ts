import { describe, expect, it } from 'vitest'
import { csvLines, type Figures, shareOf, shownInvited, shownRate, WITHHELD } from './survey-words'

const figures: Figures = {
  survey: {
    id: 'surveynumber0001',
    branchId: 'city.heping',
    branchName: '和平区总工会',
    instrumentId: 'who5',
    version: 1,
    from: '2026-03-10T00:00:00.000Z',
    until: '2026-03-17T00:00:00.000Z',
    state: 'published',
  },
  publishedAt: '2026-03-17T00:02:00.000Z',
  invited: 40,
  answered: 21,
  byBranch: {
    total: 21,
    cells: [
      { key: 'a', title: '拖拉机厂工会', count: 21 },
      { key: 'b', title: '小学', count: null },
    ],
  },
  scales: [
    { key: 'total', title: '整体状态', bands: { total: 21, cells: [{ key: '0', title: '吃力', count: null }] } },
  ],
}

describe('the figures of a survey in words', () => {
  it('go into the file as they stand on the page, what is withheld in words', () => {
    expect(csvLines(figures)).toEqual([
      ['合计', '受邀人数', '40'],
      ['合计', '回答人数', '21'],
      ['合计', '回答率', '53%'],
      ['按组织', '拖拉机厂工会', '21'],
      ['按组织', '小学', WITHHELD],
      ['整体状态', '吃力', WITHHELD],
    ])
  })
  it('give no rate of what is withheld, and say why', () => {
    expect(shownRate({ invited: null, answered: 21 })).toBe('不显示')
    expect(shownRate({ invited: 40, answered: null })).toBe('不显示')
    expect(shownInvited({ invited: null, answered: 21 })).toBe('没答的不足 10 人，不显示')
    expect(shownInvited({ invited: null, answered: null })).toBe(WITHHELD)
  })
  it('give no bar to what is withheld', () => {
    expect(shareOf(null, 21)).toBe(0)
    expect(shareOf(10, null)).toBe(0)
    expect(shareOf(10, 20)).toBe(50)
  })
})
