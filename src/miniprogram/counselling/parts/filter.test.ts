import { expect, it } from 'vitest'
import { chosenName, facets, fieldAsked, optionsOf, withFacet } from './filter'

/** Half past midnight in Shanghai, still the day before elsewhere. */
const now = new Date('2026-03-09T16:30:00.000Z')

it('offers the days of Shanghai, from today on', () => {
  const [any, today, tomorrow, , fourth] = optionsOf('day', now)
  expect(any).toEqual({ value: '', text: '不限' })
  expect(today).toEqual({ value: '2026-03-10', text: '今天 周二' })
  expect(tomorrow).toEqual({ value: '2026-03-11', text: '明天 周三' })
  expect(fourth).toEqual({ value: '2026-03-13', text: '3月13日 周五' })
})

it('chooses, says what is chosen, and forgets it again', () => {
  const chosen = withFacet({ field: 'sleep' }, 'mode', 'in-person')
  expect(chosen).toEqual({ field: 'sleep', mode: 'in-person' })
  expect(facets.map(({ facet }) => chosenName(facet, chosen, now))).toEqual(['睡眠', '面谈', null, null, null])
  expect(withFacet(chosen, 'mode', '')).toEqual({ field: 'sleep' })
})

it('takes from an address only a field there is', () => {
  expect(fieldAsked('drinking')).toEqual({ field: 'drinking' })
  expect(fieldAsked('toString')).toEqual({})
  expect(fieldAsked(undefined)).toEqual({})
})
