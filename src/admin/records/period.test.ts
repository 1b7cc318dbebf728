import { expect, it } from 'vitest'
import { rangeOf } from './period'

it('a period takes in the whole of its last day, by the days of Shanghai', () => {
  expect(rangeOf(['2026-03-09', '2026-03-10'])).toEqual({
    from: '2026-03-08T16:00:00.000Z',
    before: '2026-03-10T16:00:00.000Z',
  })
  expect(rangeOf(null)).toEqual({})
})
