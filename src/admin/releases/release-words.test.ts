import { describe, expect, it } from 'vitest'
import { newest, versions } from '../../domain/instruments/all'
import { alertWords, bandRows, confidenceWords, licenceWords, methodWords } from './release-words'

const all = Object.values(versions).flat()

describe('what is read before a release', () => {
  it('has words of ours for every licence and every wording', () => {
    for (const instrument of all) {
      expect(confidenceWords(instrument)).toMatch(/^[高中较]/)
      expect(licenceWords(instrument)).toMatch(/免费/)
    }
  })

  it('says every band with where it ends, for each sex apart', () => {
    const [total] = newest('phq9').scales
    if (!total) throw new Error('no scale')
    expect(bandRows(total).map(({ reach }) => reach)).toEqual([
      '0 至 不到 5',
      '5 至 不到 10',
      '10 至 不到 15',
      '15 至 不到 20',
      '20 至 27',
    ])
    const bySex = newest('audit-c').scales.flatMap(bandRows)
    expect(bySex.filter(({ reach }) => reach.startsWith('女：')).at(-1)?.reach).toMatch(/至 12$/)
    expect(new Set(bySex.map(({ key }) => key)).size).toBe(bySex.length)
  })

  it('says what leads to help', () => {
    expect(newest('phq9').alerts.map(alertWords)).toEqual([
      '第 9 题答到 1 分及以上：在下一题和任何分数之前，先出现求助页',
    ])
  })

  it('says how a number comes about', () => {
    const [who5] = newest('who5').scales
    if (!who5) throw new Error('no scale')
    expect(methodWords(who5)).toBe('各题分数相加，再乘以 4；0 到 100 分；没有反向计分的题')
  })
})
