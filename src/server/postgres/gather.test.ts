import { describe, expect, it } from 'vitest'
import { gathered } from './gather'

/** A reader whose answers the test gives, one by one. */
function slowReader() {
  const reads: { ids: string[]; end: (found: Map<string, unknown>) => void; fail: (error: Error) => void }[] = []
  const get = gathered((ids) => new Promise((end, fail) => reads.push({ ids, end, fail })))
  return { reads, get }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('reads that wait', () => {
  it('go together, each id once, when the one under way has ended', async () => {
    const { reads, get } = slowReader()
    const first = get('a')
    const others = [get('a'), get('b'), get('b')]
    expect(reads.map(({ ids }) => ids)).toEqual([['a']])
    reads[0]?.end(new Map([['a', 1]]))
    expect(await first).toBe(1)
    await turn()
    expect(reads.map(({ ids }) => ids)).toEqual([['a'], ['a', 'b']])
    reads[1]?.end(new Map([['a', 2]]))
    expect(await Promise.all(others)).toEqual([2, undefined, undefined])
  })
  it('never hear an answer that was on its way before they asked', async () => {
    const { reads, get } = slowReader()
    void get('a')
    const later = get('a')
    reads[0]?.end(new Map([['a', 'before']]))
    await turn()
    reads[1]?.end(new Map([['a', 'after']]))
    expect(await later).toBe('after')
  })
  it('each get a copy of their own', async () => {
    const { reads, get } = slowReader()
    void get('x')
    const [one, two] = [get('a'), get('a')]
    reads[0]?.end(new Map())
    await turn()
    reads[1]?.end(new Map([['a', { lines: [1] }]]))
    expect(await one).toEqual(await two)
    expect(await one).not.toBe(await two)
  })
  it('all hear of a fault, and the next ones are read again', async () => {
    const { reads, get } = slowReader()
    const failing = expect(get('a')).rejects.toThrow('gone')
    reads[0]?.fail(new Error('gone'))
    await failing
    const again = get('a')
    await turn()
    reads[1]?.end(new Map([['a', 1]]))
    expect(await again).toBe(1)
  })
})
