import { describe, expect, it } from 'vitest'
import { newest } from '../../../domain/instruments/all'
import { instrumentIds } from '../../../domain/instruments/instrument'
import { helpDue } from './help-due'

const phq9 = newest('phq9')

describe('help is due', () => {
  it('from the first option of item 9 that says anything, and not before', () => {
    expect(helpDue(phq9, { answers: { 1: 3, 9: 0 }, helped: '' })).toBeNull()
    for (const option of [1, 2, 3]) expect(helpDue(phq9, { answers: { 9: option }, helped: '' })).toBe(`9:${option}`)
  })

  it('once for an answer, and again for another one', () => {
    expect(helpDue(phq9, { answers: { 9: 1 }, helped: '9:1' })).toBeNull()
    expect(helpDue(phq9, { answers: { 9: 2 }, helped: '9:1' })).toBe('9:2')
  })

  it('when SRQ-20 item 17 is answered with yes', () => {
    expect(helpDue(newest('srq20'), { answers: { 17: 0 }, helped: '' })).toBe('17:0')
    expect(helpDue(newest('srq20'), { answers: { 17: 1 }, helped: '' })).toBeNull()
  })

  it('never for what is only followed up softly', () => {
    const others = instrumentIds.filter((id) => id !== 'phq9' && id !== 'srq20').map(newest)
    for (const instrument of others)
      for (const option of [0, 1, 2, 3, 4]) {
        const answers = Object.fromEntries(instrument.items.map(({ n }) => [n, option]))
        expect(helpDue(instrument, { answers, helped: '' })).toBeNull()
      }
  })
})
