import { expect, it } from 'vitest'
import { modesOf, nextFreeOf, personOf } from './counsellor-words'

const now = new Date('2026-03-10T02:00:00.000Z')
const slot = (from: string) => ({ from, until: from, modes: ['text' as const] })

it('says the next free time by the days that are near', () => {
  expect(nextFreeOf(slot('2026-03-11T06:00:00.000Z'), now)).toBe('最近可约 明天 周三 14:00')
  expect(nextFreeOf(slot('2026-03-20T01:30:00.000Z'), now)).toBe('最近可约 3月20日 周五 09:30')
})

it('says plainly when nothing is free, or when what was free has gone by', () => {
  expect(nextFreeOf(null, now)).toBe('最近四周约满了，可以排候补')
  expect(nextFreeOf(slot('2026-03-10T02:00:00.000Z'), now)).toBe('最近四周约满了，可以排候补')
})

it('says where one meets, and in which language', () => {
  expect(modesOf({ modes: ['text', 'in-person'], stationName: '东门驿站' })).toBe('文字、面谈（东门驿站）')
  expect(modesOf({ modes: ['in-person'], stationName: '' })).toBe('面谈')
  expect(personOf({ gender: 'female', languages: ['mandarin', 'sign'] })).toBe('女 · 普通话、手语')
})
