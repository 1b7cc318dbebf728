import { describe, expect, it } from 'vitest'
import type { OwnSignup } from '../../../contract/signups'
import { rateStandOf } from './rate-stand'

const day = (date: string) => ({ from: `${date}T02:00:00.000Z`, until: `${date}T04:00:00.000Z` })
const own = {
  ...{ kind: 'open-day', times: [day('2026-03-07')], state: 'came', rated: false, calledOff: false },
} as const satisfies Partial<OwnSignup>
const at = (instant: string, more: Partial<OwnSignup> = {}) =>
  rateStandOf({ ...own, times: [...own.times], ...more }, new Date(instant))

describe('an event can be rated', () => {
  it('from its end on, for thirty days', () => {
    expect(at('2026-03-07T03:59:59.999Z')).toEqual({ state: 'soon', from: '2026-03-07T04:00:00.000Z' })
    expect(at('2026-03-07T04:00:00.000Z')).toEqual({ state: 'open', until: '2026-04-06T04:00:00.000Z' })
    expect(at('2026-04-06T04:00:00.000Z')).toEqual({ state: 'over' })
  })
  it('by whoever came, once', () => {
    expect(at('2026-03-08T04:00:00.000Z', { rated: true })).toEqual({ state: 'rated' })
    for (const state of ['seated', 'missed', 'cancelled', 'waiting'] as const)
      expect(at('2026-03-08T04:00:00.000Z', { state })).toEqual({ state: 'not-there' })
  })
  it('not where it was called off, nor by whoever gave the seat back before', () => {
    expect(at('2026-03-08T04:00:00.000Z', { calledOff: true })).toEqual({ state: 'not-there' })
    expect(at('2026-03-07T01:00:00.000Z', { state: 'cancelled' })).toEqual({ state: 'not-there' })
    expect(at('2026-03-07T01:00:00.000Z', { state: 'seated' })).toMatchObject({ state: 'soon' })
  })
  it('of a group after its fifth time', () => {
    const times = ['07', '14', '21', '28'].map((date) => day(`2026-03-${date}`))
    const group = { kind: 'group', times: [...times, day('2026-04-04'), day('2026-04-11')] } as const
    expect(at('2026-04-04T03:00:00.000Z', { ...group, times: [...group.times] })).toMatchObject({ state: 'soon' })
    expect(at('2026-04-04T04:00:00.000Z', { ...group, times: [...group.times] })).toEqual({
      state: 'open',
      until: '2026-05-11T04:00:00.000Z',
    })
  })
})
