import { expect, it } from 'vitest'
import { slotDays, timeOf } from './slot-days'

const slot = (from: string) => ({ from, until: from, modes: ['text' as const] })

it('groups by the days of Shanghai, and by the parts of a day', () => {
  const days = slotDays([
    slot('2026-03-10T10:00:00.000Z'),
    slot('2026-03-09T16:30:00.000Z'),
    slot('2026-03-10T03:59:00.000Z'),
    slot('2026-03-10T04:00:00.000Z'),
    slot('2026-03-10T16:00:00.000Z'),
  ])
  expect(
    days.map(({ day, parts }) => [day, parts.map(({ name, slots }) => [name, slots.map((one) => timeOf(one.from))])]),
  ).toEqual([
    [
      '2026-03-10',
      [
        ['上午', ['00:30', '11:59']],
        ['下午', ['12:00']],
        ['晚上', ['18:00']],
      ],
    ],
    ['2026-03-11', [['上午', ['00:00']]]],
  ])
})

it('has no days where nothing is free', () => {
  expect(slotDays([])).toEqual([])
})
