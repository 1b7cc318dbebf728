import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { valueAt } from './stand-in/documents'
import { openStandIn, type StandIn } from './stand-in/open-stand-in'
import { enterSdk } from './stand-in/sdk'

let standIn: StandIn
let sdk: ReturnType<typeof enterSdk>

beforeAll(async () => {
  standIn = await openStandIn()
  standIn.provision({ collections: [{ name: 'things' }] })
  sdk = enterSdk(standIn)
})

afterAll(async () => {
  sdk.leave()
  await standIn.close()
})

const START = {
  _id: 'a',
  n: 4,
  word: 'text',
  nothing: null,
  list: [3, 1, 2],
  people: [
    { id: 'x', age: 30 },
    { id: 'y', age: 20 },
  ],
  deep: { inner: { leaf: 1 }, list: [{ k: 1 }] },
}
beforeEach(() => standIn.load('things', [START]))

const update = (data: object) => sdk.db.collection('things').doc('a').update({ data })
const stored = () => standIn.dump('things')[0]

describe('updates', () => {
  it.each([
    [
      'sets a leaf and leaves its neighbours',
      () => ({ deep: { inner: { other: 2 } } }),
      { 'deep.inner': { leaf: 1, other: 2 } },
    ],
    ['sets a whole object', () => ({ deep: sdk.db.command.set({ only: 1 }) }), { deep: { only: 1 } }],
    ['makes the objects on the way', () => ({ 'new.way.in': 1 }), { new: { way: { in: 1 } } }],
    ['reaches into arrays by position', () => ({ 'deep.list.0.k': 5 }), { 'deep.list': [{ k: 5 }] }],
    ['adds to a number', () => ({ n: sdk.db.command.inc(-1) }), { n: 3 }],
    ['adds to a missing number', () => ({ fresh: sdk.db.command.inc(2) }), { fresh: 2 }],
    ['multiplies', () => ({ n: sdk.db.command.mul(3) }), { n: 12 }],
    [
      'keeps the smaller and the larger',
      () => ({ n: sdk.db.command.max(9), m: sdk.db.command.min(2) }),
      { n: 9, m: 2 },
    ],
    ['pushes', () => ({ list: sdk.db.command.push([9, 8]) }), { list: [3, 1, 2, 9, 8] }],
    ['pushes to a missing list', () => ({ fresh: sdk.db.command.push(1) }), { fresh: [1] }],
    [
      'pushes at a place, sorted and cut',
      () => ({ list: sdk.db.command.push({ each: [0], position: 1, sort: 1, slice: 3 }) }),
      { list: [0, 1, 2] },
    ],
    ['pops', () => ({ list: sdk.db.command.pop() }), { list: [3, 1] }],
    ['shifts', () => ({ list: sdk.db.command.shift() }), { list: [1, 2] }],
    ['pulls a value', () => ({ list: sdk.db.command.pull(1) }), { list: [3, 2] }],
    ['pulls by a condition', () => ({ list: sdk.db.command.pull(sdk.db.command.gte(2)) }), { list: [1] }],
    [
      'pulls documents by their fields',
      () => ({ people: sdk.db.command.pull({ id: 'x' }) }),
      { people: [{ id: 'y', age: 20 }] },
    ],
    ['pulls all of a list', () => ({ list: sdk.db.command.pullAll([3, 2]) }), { list: [1] }],
    ['adds to a set', () => ({ list: sdk.db.command.addToSet({ $each: [1, 7] }) }), { list: [3, 1, 2, 7] }],
    ['removes a field', () => ({ word: sdk.db.command.remove() }), { word: undefined }],
    ['renames a field', () => ({ word: sdk.db.command.rename('speech') }), { speech: 'text', word: undefined }],
  ])('%s', async (_, data, expected) => {
    expect(await update(data())).toMatchObject({ stats: { updated: 1 } })
    for (const [path, value] of Object.entries(expected)) expect(valueAt(stored(), path)).toEqual(value)
  })

  it.each([
    ['adding to a string', () => ({ word: sdk.db.command.inc(1) }), 'Cannot apply $inc to a value of non-numeric type'],
    ['adding to null', () => ({ nothing: sdk.db.command.inc(1) }), 'of non-numeric type null'],
    ['pushing to a non-array', () => ({ word: sdk.db.command.push(1) }), 'must be an array but is of type string'],
    ['pushing to null', () => ({ nothing: sdk.db.command.push(1) }), 'must be an array but is of type null'],
    ['pulling from a non-array', () => ({ word: sdk.db.command.pull(1) }), 'Cannot apply $pull to a non-array value'],
    [
      'adding a member to a non-array',
      () => ({ n: sdk.db.command.addToSet(1) }),
      'Cannot apply $addToSet to non-array field',
    ],
    ['popping a non-array', () => ({ n: sdk.db.command.pop() }), 'non-array type'],
    ['setting through a scalar', () => ({ 'word.inner': 1 }), "Cannot create field 'inner' in element"],
    ['setting through null', () => ({ 'nothing.inner': 1 }), "Cannot create field 'inner' in element"],
    ['setting a name inside an array', () => ({ 'list.inner': 1 }), "Cannot create field 'inner' in element"],
    [
      'two changes of one path',
      () => ({ deep: sdk.db.command.set({}), 'deep.inner': 1 }),
      'would create a conflict at',
    ],
  ])('refuses %s and changes nothing', async (_, data, text) => {
    await expect(update(data())).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining(text) })
    expect(stored()).toEqual(START)
  })

  it('updates and removes every match, or one', async () => {
    await standIn.load('things', [{ _id: 'b', n: 4 }])
    const fours = () => sdk.db.collection('things').where({ n: 4 })
    expect(await fours().update({ data: { seen: true } })).toMatchObject({ stats: { updated: 2 } })
    expect(await fours().remove()).toMatchObject({ stats: { removed: 2 } })
    expect(standIn.dump('things')).toEqual([])
  })

  it('counts an update that changes nothing as the switch says', async () => {
    expect(await update({ n: 4 })).toMatchObject({ stats: { updated: 1 } })
    standIn.chaos.set({ identicalUpdateCounts: 0 })
    expect(await update({ n: 4 })).toMatchObject({ stats: { updated: 0 } })
    standIn.chaos.calm()
  })

  it('lets exactly one of many compare-and-set updates win', async () => {
    const wins = Array.from({ length: 20 }, (_, me) =>
      sdk.db
        .collection('things')
        .where({ _id: 'a', n: 4 })
        .update({ data: { n: 100 + me } }),
    )
    const updated = (await Promise.all(wins)).map((result) => result.stats.updated)
    expect(updated.filter((count) => count === 1)).toHaveLength(1)
  })
})
