import { describe, expect, it } from 'vitest'
import { cityCounters } from '../../domain/figures/counselling'
import { type Counselled, counsellingColumns, monthHeads, monthLines, partsOf, WITHHELD } from './counselled'

const nothing = Object.fromEntries(cityCounters.map((counter) => [counter, 0])) as Counselled['totals']
const told = (totals: Partial<Counselled['totals']>, ratings: Counselled['ratings'] = null) =>
  Object.fromEntries(
    partsOf({ totals: { ...nothing, ...totals }, ratings }).flatMap(({ title, rows }) =>
      rows.map(({ name, shown, unit }) => [`${title}：${name}`, shown === '—' ? shown : `${shown}${unit}`]),
    ),
  )

describe('what is told of counselling', () => {
  it('is a dash where nothing can be said of none, and not nought', () => {
    expect(told({})).toMatchObject({
      ...{ '预约和结果：约好': '0次', '等多久：从约好到见上': '—', '等多久：候补等了': '—' },
      ...{ '文字对话：等到接上': '—', '评分：平均分': '—' },
    })
  })

  it('is a mean of those it is about', () => {
    expect(
      told({ booked: 4, lead: 4 * 36 * 60, fromWaits: 1, waited: 90, chatsAccepted: 3, chatWait: 180 }),
    ).toMatchObject({
      ...{ '等多久：从约好到约定时间': '1.5天', '等多久：候补等了': '0.1天', '文字对话：等到接上': '1分钟' },
    })
  })

  it('counts what was chosen as what was booked and what was let go', () => {
    expect(told({ booked: 12, lapsed: 3 })['预约和结果：选了时间']).toBe('15次')
  })

  it('withholds ratings in the same words, whether there were none or few', () => {
    const [none] = partsOf({ totals: nothing, ratings: null }).slice(-1)
    expect(none?.rows.map(({ how }) => how)).toEqual([WITHHELD, WITHHELD])
    expect(told({}, { count: 12, mean: 4.25 })).toMatchObject({ '评分：评分个数': '12个', '评分：平均分': '4.3分' })
  })

  it('says of each figure how it is counted, on the page and in the file', () => {
    const parts = partsOf({ totals: nothing, ratings: null })
    for (const { how } of parts.flatMap(({ rows }) => rows)) expect(how.length).toBeGreaterThan(5)
    const lines = monthLines(parts)
    for (const line of lines) expect(line).toHaveLength(monthHeads.length)
    expect(new Set(lines.map(([title, name]) => `${title}${name}`)).size).toBe(lines.length)
  })

  it('gives each day every counter once', () => {
    const marked = Object.fromEntries(
      cityCounters.map((counter, at) => [counter, 10 ** 6 + at]),
    ) as Counselled['totals']
    const values = counsellingColumns.map(({ of }) => of({ ...marked, day: '2026-03-10' }))
    expect(new Set(values).size).toBe(values.length)
    expect(new Set(counsellingColumns.map(({ name }) => name)).size).toBe(values.length)
  })
})
