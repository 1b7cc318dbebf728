import { describe, expect, it } from 'vitest'
import { newest, versions } from '../../src/domain/instruments/all'
import type { Instrument } from '../../src/domain/instruments/instrument'
import { faultsOf } from './instrument-schema'

const all = Object.values(versions).flat()
/** The first item in the place of each, so that a copy differs in one thing alone. */
const changed = (id: Instrument['id'], change: (copy: Mutable) => unknown): Instrument => {
  const copy = structuredClone(newest(id)) as Mutable
  change(copy)
  return copy as Instrument
}
// biome-ignore lint/suspicious/noExplicitAny: a copy to be broken in ways that types forbid.
type Mutable = any

describe('the schema of instruments', () => {
  it.each(all)('finds nothing wrong with $id, version $version', (instrument) => {
    expect(faultsOf(instrument)).toEqual([])
  })

  const broken: [what: string, id: Instrument['id'], change: (copy: Mutable) => unknown][] = [
    ['an item without a text', 'phq9', ({ items }) => Object.assign(items[3], { text: '' })],
    ['an item that is there twice', 'phq9', ({ items }) => Object.assign(items[3], { text: items[2].text })],
    ['an item that is missing', 'gad7', ({ items }) => items.splice(2, 1)],
    ['an item with a number of its own', 'gad7', ({ items }) => Object.assign(items[2], { n: 9 })],
    ['an item whose options are not there', 'cbi', ({ items }) => Object.assign(items[0], { options: 'nothing' })],
    ['an item that no scale counts', 'dass21', ({ scales }) => scales[0].items.pop()],
    ['an item that is counted twice', 'dass21', ({ scales }) => scales[0].items.push(1)],
    ['an item of another scale turned round', 'cbi', ({ scales }) => scales[0].reverse.push(13)],
    ['a LOINC code that is none', 'phq9', ({ items }) => Object.assign(items[0], { loinc: '44250' })],
    ['an option that scores as another does', 'who5', (copy) => Object.assign(first(copy)[1], { score: 5 })],
    ['an option that reads as another does', 'who5', (copy) => Object.assign(first(copy)[1], first(copy)[0])],
    ['an option less than printed', 'k6', (copy) => first(copy).pop()],
    ['a transform that was forgotten', 'who5', ({ scales }) => Object.assign(scales[0], { times: 1 })],
    ['a mean where there is a sum', 'phq9', ({ scales }) => Object.assign(scales[0], { method: 'mean' })],
    ['bands out of order', 'phq9', ({ scales }) => scales[0].bands.reverse()],
    ['a band nobody reaches', 'phq9', ({ scales }) => Object.assign(scales[0].bands.at(-1), { from: 28 })],
    ['a gap below the first band', 'swls', ({ scales }) => Object.assign(scales[0].bands[0], { from: 6 })],
    ['a band without its source', 'phq9', ({ scales }) => Object.assign(scales[0].bands[0], { source: '' })],
    ['limits by sex that nobody is asked for', 'audit-c', (copy) => Object.assign(copy, { asksSex: false })],
    ['an alert of an item that is not there', 'phq9', ({ alerts }) => Object.assign(alerts[0], { item: 10 })],
    ['an alert that nothing sets off', 'phq9', ({ alerts }) => Object.assign(alerts[0], { atLeast: 4 })],
    ['a skip that nothing sets off', 'audit-c', ({ skip }) => Object.assign(skip, { score: 9 })],
    ['licence words that are missing', 'k6', ({ licence }) => Object.assign(licence, { words: '' })],
    ['something nobody declared', 'k6', (copy) => Object.assign(copy, { colour: 'green' })],
  ]
  const first = ({ optionSets }: Mutable) => Object.values(optionSets)[0] as Mutable[]

  it.each(broken)('finds %s in %s', (_, id, change) => {
    expect(faultsOf(changed(id, change))).not.toEqual([])
  })
})
