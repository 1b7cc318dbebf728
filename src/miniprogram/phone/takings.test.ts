import { beforeEach, describe, expect, it, vi } from 'vitest'
import Taro, { resetPhone } from '../../../tests/stubs/taro'
import { dropTaking, forgetTakings, keepTaking, noteLeft, type Taking, takingOf, takings } from './takings'

const at = (time: string) => new Date(`2026-11-${time}Z`)
const taking = (change: Partial<Taking> = {}): Taking => ({
  resultId: 'abcdefghijklmnop',
  instrumentId: 'phq9',
  version: 1,
  answers: { 1: 2 },
  item: 2,
  sex: 'unsaid',
  agreed: true,
  begunAt: '2026-11-01T08:00:00.000Z',
  touchedAt: '2026-11-01T08:00:00.000Z',
  helped: '',
  soft: false,
  done: false,
  counted: false,
  ...change,
})

beforeEach(() => {
  resetPhone()
  forgetTakings()
})

describe('a test under way', () => {
  it('is found again until 14 days have passed', () => {
    keepTaking(taking())
    expect(takingOf('phq9', at('15T07:59:59'))).toEqual(taking())
    expect(takingOf('phq9', at('15T08:00:00'))).toBeNull()
  })

  it('lies beside others, the one touched last first, and goes alone', () => {
    keepTaking(taking())
    keepTaking(taking({ instrumentId: 'gad7', touchedAt: '2026-11-02T08:00:00.000Z' }))
    expect(takings(at('03T08:00:00')).map(({ instrumentId }) => instrumentId)).toEqual(['gad7', 'phq9'])
    dropTaking('gad7')
    expect(takings(at('03T08:00:00'))).toEqual([taking()])
  })

  it('leaves nothing on the phone when it is forgotten', () => {
    keepTaking(taking())
    forgetTakings()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('goes on without being kept when the phone has no room', () => {
    const full = vi.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
      throw new Error('no room')
    })
    keepTaking(taking({ item: 3 }))
    expect(takingOf('phq9', at('01T09:00:00'))?.item).toBe(3)
    full.mockRestore()
  })
})

describe('whoever is away', () => {
  it('has left after an hour, which is told once', () => {
    const told = vi.fn()
    keepTaking(taking())
    noteLeft(told, at('01T08:59:59'))
    expect(told).not.toHaveBeenCalled()
    noteLeft(told, at('01T09:00:00'))
    noteLeft(told, at('01T10:00:00'))
    expect(told.mock.calls).toEqual([[taking()]])
    expect(takingOf('phq9', at('01T10:00:00'))).toEqual(taking({ counted: true }))
  })

  it('has not left when all was answered and only the network is missing', () => {
    const told = vi.fn()
    keepTaking(taking({ done: true }))
    noteLeft(told, at('02T09:00:00'))
    expect(told).not.toHaveBeenCalled()
  })

  it('is told even when it was too long ago to go on, and then nothing is left', () => {
    const told = vi.fn()
    keepTaking(taking())
    noteLeft(told, at('20T09:00:00'))
    expect(told).toHaveBeenCalledOnce()
    expect(Object.keys(localStorage)).toEqual([])
  })
})
