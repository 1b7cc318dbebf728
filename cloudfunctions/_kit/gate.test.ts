import { describe, expect, it } from 'vitest'
import { Busy } from './database'
import { gate } from './gate'

describe('a gate', () => {
  it('lets so many through at once, keeps so many in line, and turns the rest away', async () => {
    const through = gate(2, 1)
    const ends: (() => void)[] = []
    const work = () => new Promise<string>((resolve) => ends.push(() => resolve('done')))
    const three = [through(work), through(work), through(work)]
    await expect(through(work)).rejects.toBeInstanceOf(Busy)
    expect(ends).toHaveLength(2)
    ends[0]?.()
    await three[0]
    await new Promise((resolve) => setImmediate(resolve))
    expect(ends).toHaveLength(3)
    ends[1]?.()
    ends[2]?.()
    expect(await Promise.all(three)).toEqual(['done', 'done', 'done'])
  })
  it('opens again after work that failed', async () => {
    const through = gate(1, 0)
    await expect(through(() => Promise.reject(new Error('fell over')))).rejects.toThrow('fell over')
    expect(await through(async () => 'fine')).toBe('fine')
  })
})
