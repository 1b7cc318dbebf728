import { expect, it } from 'vitest'
import type { ConsentRow } from './consent-row'
import { eventWords, stateWords, toShow } from './consent-row'

const GIVEN = { what: 'given', version: 1, at: '2026-11-21T17:00:00.000Z' } as const
const WITHDRAWN = { what: 'withdrawn', version: 1, at: '2026-11-23T02:00:00.000Z' } as const
const row = (purpose: ConsentRow['purpose'], history: ConsentRow['history'] = [], given = false): ConsentRow => ({
  purpose,
  given,
  history,
})

it('shows what was given, asked for, or is open to everybody, and nothing else', () => {
  const rows = [row('tests'), row('counselling', [GIVEN]), row('call-back'), row('figures')]
  expect(toShow(rows, []).map(({ purpose }) => purpose)).toEqual(['counselling', 'figures'])
  expect(toShow(rows, ['tests']).map(({ purpose }) => purpose)).toEqual(['tests', 'counselling', 'figures'])
})

it('says how it stands, in the days of Shanghai', () => {
  expect(stateWords(row('figures'))).toBe('没有同意')
  expect(stateWords(row('figures', [GIVEN], true))).toBe('2026年11月22日同意，仍然有效')
  expect(stateWords(row('figures', [GIVEN, WITHDRAWN]))).toBe('2026年11月23日撤回了')
  expect(stateWords(row('figures', [GIVEN]))).toBe('说明有更新，要您重新看过才算')
  expect(eventWords(WITHDRAWN)).toBe('2026年11月23日 撤回（第 1 版说明）')
})
