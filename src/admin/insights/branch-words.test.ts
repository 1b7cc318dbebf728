import { describe, expect, it } from 'vitest'
import { branchHeads, branchLines, shareOf, shownPeople, toldOf, WITHHELD } from './branch-words'

const row = (used: number | null, booked: number | null, conversed: number | null) => ({
  branchId: 'city.a',
  name: '和平区总工会',
  used,
  ways: [
    { way: 'booked' as const, people: booked },
    { way: 'conversed' as const, people: conversed },
  ],
})

describe('what is told of an organisation', () => {
  it('is a number of people, or the same words for nobody and for too few', () => {
    expect([shownPeople(12), shownPeople(null)]).toEqual(['12 人', WITHHELD])
  })
  it('says of each number how it is counted', () => {
    for (const { how } of toldOf(row(46, 26, 20))) expect(how.length).toBeGreaterThan(10)
  })
  it('is in the file as on the screen', () => {
    expect(branchHeads).toEqual(['组织', '用过咨询的人（人）', '约了咨询（人）', '只用了文字对话（人）'])
    expect(branchLines([row(46, 26, 20), row(14, null, null)])).toEqual([
      ['和平区总工会', 46, 26, 20],
      ['和平区总工会', 14, WITHHELD, WITHHELD],
    ])
  })
  it('has no bar where it is withheld', () => {
    const months = [20, null, 40].map((used, at) => ({ month: `2026-0${at + 1}`, used }))
    expect(months.map(({ used }) => shareOf(used, months))).toEqual([50, 0, 100])
  })
})
