import { expect, it } from 'vitest'
import { newest } from './all'
import { briefs, groups, minutesFor } from './briefs'
import { instrumentIds } from './instrument'

it.each(instrumentIds)('says of %s what its definition says', (id) => {
  const { title, about, items } = newest(id)
  expect(briefs[id]).toEqual({ title, about, questions: items.length })
})

it('lists each once, the short one first', () => {
  expect(groups.flatMap(({ ids }) => ids).sort()).toEqual([...instrumentIds].sort())
  expect(groups[0]?.ids).toEqual(['phq4'])
})

it('takes a minute for the shortest and four for the longest', () => {
  expect([3, 9, 13, 21].map(minutesFor)).toEqual([1, 2, 3, 4])
})
