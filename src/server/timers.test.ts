import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyMinute } from './timers'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const counted = () => {
  let runs = 0
  let finish = () => {}
  const work = () => {
    runs++
    return new Promise<void>((resolve) => {
      finish = resolve
    })
  }
  return { work, runs: () => runs, finish: () => finish() }
}

describe('the clock of this process', () => {
  it('runs once a minute and never two at once', async () => {
    const { work, runs, finish } = counted()
    const clock = everyMinute(work, () => {})
    await vi.advanceTimersByTimeAsync(59_999)
    expect(runs()).toBe(0)
    await vi.advanceTimersByTimeAsync(180_001)
    expect(runs()).toBe(1)
    finish()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(runs()).toBe(2)
    finish()
    await clock.stop()
    await vi.advanceTimersByTimeAsync(300_000)
    expect(runs()).toBe(2)
  })

  it('tells a fault and goes on the next minute', async () => {
    const faults: unknown[] = []
    const clock = everyMinute(
      () => Promise.reject(new Error('no database')),
      (fault) => faults.push(fault),
    )
    await vi.advanceTimersByTimeAsync(120_000)
    expect(faults).toHaveLength(2)
    await clock.stop()
  })

  it('is stopped only when the run under way has ended', async () => {
    const { work, finish } = counted()
    const clock = everyMinute(work, () => {})
    await vi.advanceTimersByTimeAsync(60_000)
    let stopped = false
    const stopping = clock.stop().then(() => {
      stopped = true
    })
    await vi.advanceTimersByTimeAsync(1000)
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(stopped).toBe(true)
  })
})
