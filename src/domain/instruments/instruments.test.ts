import { describe, expect, it } from 'vitest'
import { instrumentAt, newest, versions } from './all'
import { alertsOf, needsHelpNow } from './answers'
import { instrumentIds } from './instrument'

const all = instrumentIds.map((id) => newest(id))

describe('every instrument', () => {
  it.each(all)('$id: items are numbered from 1 and point at an option set', ({ items, optionSets }) => {
    expect(items.map(({ n }) => n)).toEqual(items.map((_, index) => index + 1))
    for (const { options } of items) expect(optionSets[options]?.length).toBeGreaterThan(1)
  })
  it.each(all)('$id: scales and alerts name items that are there', ({ items, scales, alerts, optionSets }) => {
    const numbers = items.map(({ n }) => n)
    for (const scale of scales) {
      expect(new Set(scale.items).size).toBe(scale.items.length)
      for (const item of [...scale.items, ...scale.reverse]) expect(numbers).toContain(item)
    }
    for (const { item, atLeast } of alerts) {
      const set = optionSets[items.find(({ n }) => n === item)?.options ?? ''] ?? []
      expect(Math.max(...set.map(({ score }) => score))).toBeGreaterThanOrEqual(atLeast)
    }
  })
  it.each(all)('$id: names its source and its licence, and is for adults', (instrument) => {
    expect(instrument.source.length).toBeGreaterThan(10)
    expect(instrument.licence.words.length).toBeGreaterThan(10)
    expect(instrument.minimumAge).toBe(18)
  })
  it.each(all)('$id: shows no colour and no name of an illness', ({ title, about, scales }) => {
    const shown = [title, about, ...scales.flatMap((scale) => [scale.title, ...scale.bands.map(({ says }) => says)])]
    for (const words of shown) expect(words).not.toMatch(/红|黄|绿|抑郁症|焦虑症|患者|病人|诊断|确诊|正常|异常|不合格/)
  })
  it('is found at the version a result was taken with', () => {
    for (const id of instrumentIds)
      for (const instrument of versions[id]) expect(instrumentAt(id, instrument.version)).toBe(instrument)
    expect(instrumentAt('phq9', 99)).toBeUndefined()
  })
})

describe('help comes first', () => {
  it.each([1, 2, 3])('PHQ-9 item 9 answered with %s', (option) => {
    expect(needsHelpNow(newest('phq9'), { 9: option })).toBe(true)
  })
  it('not for item 9 «not at all», nor for the highest answers elsewhere', () => {
    const others = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, 3]))
    expect(needsHelpNow(newest('phq9'), { ...others, 9: 0 })).toBe(false)
  })
  it('SRQ-20 item 17 «yes», which is printed first', () => {
    expect(needsHelpNow(newest('srq20'), { 17: 0 })).toBe(true)
    expect(needsHelpNow(newest('srq20'), { 17: 1 })).toBe(false)
  })
  it('other alerts offer help with the result and hold nothing up', () => {
    const dass = newest('dass21')
    expect(alertsOf(dass, { 21: 2 })).toEqual([{ item: 21, atLeast: 2, path: 'soft' }])
    expect(needsHelpNow(dass, { 21: 3 })).toBe(false)
    expect(alertsOf(dass, { 21: 1 })).toEqual([])
  })
  it('only instruments of product rule carry a crisis item', () => {
    const crisis = all.filter(({ alerts }) => alerts.some(({ path }) => path === 'crisis')).map(({ id }) => id)
    expect(crisis).toEqual(['phq9', 'srq20'])
  })
})
