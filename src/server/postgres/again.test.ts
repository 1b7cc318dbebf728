import { describe, expect, it } from 'vitest'
import { Busy } from '../../../cloudfunctions/_kit/database'
import { again, MOST_ATTEMPTS, Overtaken } from './again'

const withCode = (code: string) => Object.assign(new Error(`SQLSTATE ${code}`), { code })

/** Fails with each of `errors` in turn, then answers how often it was asked. */
const failing = (...errors: Error[]) => {
  let asked = 0
  return async () => {
    const error = errors[asked++]
    if (error) throw error
    return asked
  }
}

describe('again', () => {
  it('asks once where there is no conflict', async () => {
    expect(await again(failing())).toBe(1)
  })

  it('asks again after a serialization failure, a deadlock and an overtaken insert', async () => {
    expect(await again(failing(withCode('40001'), withCode('40P01'), new Overtaken('inserted')))).toBe(4)
  })

  it('throws Busy when conflicts outlast the attempts, and says which', async () => {
    const last = withCode('40001')
    const busy = await again(failing(...Array.from({ length: MOST_ATTEMPTS }, () => last))).catch((error) => error)
    expect(busy).toBeInstanceOf(Busy)
    expect(busy.cause).toBe(last)
    expect(await again(failing(...Array.from({ length: MOST_ATTEMPTS - 1 }, () => last)))).toBe(MOST_ATTEMPTS)
  })

  it('throws Busy at once when a lock was waited for in vain', async () => {
    await expect(again(failing(withCode('55P03')))).rejects.toThrow(Busy)
  })

  it('passes on every other fault', async () => {
    const fault = withCode('42P01')
    await expect(again(failing(fault))).rejects.toBe(fault)
  })
})
