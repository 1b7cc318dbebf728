import { describe, expect, it } from 'vitest'
import { lengths, paceAt } from './pace'

describe('the pace of breathing', () => {
  it('begins with four seconds in', () => {
    expect(paceAt(0, 1)).toEqual({ phase: 'in', phaseLeft: 4, left: 60, over: false })
    expect(paceAt(3.9, 1)).toMatchObject({ phase: 'in', phaseLeft: 1 })
  })

  it('goes on with six seconds out', () => {
    expect(paceAt(4, 1)).toMatchObject({ phase: 'out', phaseLeft: 6 })
    expect(paceAt(9.9, 1)).toMatchObject({ phase: 'out', phaseLeft: 1 })
    expect(paceAt(10, 1)).toMatchObject({ phase: 'in', phaseLeft: 4 })
  })

  it('ends every length after a whole breath', () => {
    for (const minutes of lengths) {
      expect(paceAt(minutes * 60 - 0.1, minutes)).toMatchObject({ phase: 'out', left: 1, over: false })
      expect(paceAt(minutes * 60, minutes)).toMatchObject({ left: 0, over: true })
      expect(paceAt(minutes * 60 + 99, minutes)).toMatchObject({ left: 0, over: true })
    }
  })
})
