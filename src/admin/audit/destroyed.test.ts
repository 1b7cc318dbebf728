import { expect, it } from 'vitest'
import { totalOf } from './destroyed'

it('what was destroyed is added up as a whole and by what', () => {
  expect(
    totalOf([
      { day: '2026-11-22', title: '收藏', by: 'person', count: 12 },
      { day: '2026-11-22', title: '收藏', by: 'retention', count: 3 },
      { day: '2026-11-21', title: '代号和昵称', by: 'person', count: 1 },
    ]),
  ).toEqual({ retention: 3, person: 13, all: 16 })
  expect(totalOf([])).toEqual({ retention: 0, person: 0, all: 0 })
})
