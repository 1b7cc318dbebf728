import { describe, expect, it } from 'vitest'
import { dutyWords, nextTime, waitingWords } from './duty-words'

/** 23:30 in Shanghai, still the day before in most of the world. */
const now = new Date('2026-11-22T15:30:00.000Z')

describe('when somebody is there next', () => {
  it.each([
    ['2026-11-22T15:45:00.000Z', '今天 23:45'],
    ['2026-11-22T16:00:00.000Z', '明天 00:00'],
    ['2026-11-23T00:00:00.000Z', '明天 08:00'],
    ['2026-11-24T00:00:00.000Z', '11月24日 08:00'],
  ])('%s is %s in Shanghai', (instant, words) => {
    expect(nextTime(instant, now)).toBe(words)
  })
})

describe('the words about duty', () => {
  const nobody = { onDuty: false, nextAt: '2026-11-23T00:00:00.000Z' }
  const neverAgain = { onDuty: false, nextAt: null }
  const somebody = { onDuty: true, nextAt: null }

  it('promise minutes only while somebody is there', () => {
    expect(dutyWords(somebody, now)).toBe('现在有同事值守，一般 5 分钟内接下。')
    for (const words of [dutyWords, waitingWords])
      for (const duty of ['asking', 'unknown', nobody, neverAgain] as const)
        expect(words(duty, now)).not.toContain('分钟')
  })
  it('name the next time where there is one, and none where there is none', () => {
    for (const words of [dutyWords, waitingWords]) {
      expect(words(nobody, now)).toContain('明天 08:00')
      expect(words(neverAgain, now)).toContain('还没有排好')
    }
  })
  it('leave the telephone open whenever nobody can be promised', () => {
    for (const duty of ['asking', 'unknown', nobody, neverAgain] as const)
      expect(dutyWords(duty, now)).toContain('上面的电话都可以直接打')
  })
})
