import { describe, expect, it } from 'vitest'
import { certify } from './certificate'

const times = [
  { from: '2026-03-07T02:00:00.000Z', until: '2026-03-07T04:00:00.000Z' },
  { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
  { from: '2026-03-21T02:00:00.000Z', until: '2026-03-21T04:00:00.000Z' },
]
const training = { hours: 8, times, state: 'held' } as const
const over = new Date('2026-03-21T04:00:00.000Z')

describe('a certificate of training', () => {
  it('speaks of the hours of the times somebody came to', () => {
    expect(certify(training, { state: 'came', timesCome: 3 }, over)).toEqual({
      ok: true,
      data: { timesCome: 3, hours: 8 },
    })
    expect(certify(training, { state: 'came', timesCome: 2 }, over)).toEqual({
      ok: true,
      data: { timesCome: 2, hours: 5.3 },
    })
  })
  it('is not there before it is over, for whoever did not come, nor where there are no hours or it was called off', () => {
    const none = { ok: false, code: 'NO_CERTIFICATE' }
    expect(certify(training, { state: 'came', timesCome: 3 }, new Date('2026-03-21T03:59:59.999Z'))).toEqual(none)
    expect(certify(training, { state: 'missed', timesCome: 0 }, over)).toEqual(none)
    expect(certify({ ...training, hours: 0 }, { state: 'came', timesCome: 3 }, over)).toEqual(none)
    expect(certify({ ...training, state: 'cancelled' }, { state: 'came', timesCome: 3 }, over)).toEqual(none)
  })
})
