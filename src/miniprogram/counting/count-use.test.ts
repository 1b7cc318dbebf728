import { beforeEach, expect, it, vi } from 'vitest'
import { resetPhone } from '../../../tests/stubs/taro'
import { api } from '../cloud/api'
import { storage } from '../phone/storage'
import { countUse } from './count-use'
import { flushCounts, forgetCounts, readCounter } from './counters'

beforeEach(() => {
  resetPhone()
  forgetCounts()
  vi.restoreAllMocks()
})

it('sends reads and uses each on its own way, with nothing in them but what, when and how often', async () => {
  const record = vi.spyOn(api.uses, 'record').mockResolvedValue({ ok: true, data: {} })
  const read = vi.spyOn(api.tallies, 'record').mockResolvedValue({ ok: true, data: {} })
  readCounter.count({ pieceId: 'a', reads: 1 }, Date.now())
  countUse('tests.left.phq9.4')
  countUse('help.opened')
  countUse('help.opened')
  await vi.waitFor(() => expect(storage.read('uses')).toMatchObject({ open: [{}, { times: 2 }] }))
  await flushCounts(Date.now())
  const hour = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d$/)
  expect(record.mock.calls).toEqual([
    [
      {
        batchId: expect.any(String),
        uses: [
          { use: 'tests.left.phq9.4', hour, times: 1 },
          { use: 'help.opened', hour, times: 2 },
        ],
      },
    ],
  ])
  expect(read.mock.calls[0]?.[0].batchId).not.toBe(record.mock.calls[0]?.[0].batchId)
  expect(storage.names()).toEqual([])
})

it('keeps uses through a dead network and sends the same batch later', async () => {
  const record = vi.spyOn(api.uses, 'record').mockResolvedValueOnce({ ok: false, code: 'OFFLINE' })
  record.mockResolvedValueOnce({ ok: true, data: {} })
  countUse('help.dialled.12356')
  await vi.waitFor(() => expect(storage.names()).toContain('uses'))
  await flushCounts(Date.now())
  await flushCounts(Date.now())
  expect(record).toHaveBeenCalledTimes(2)
  expect(record.mock.calls[0]).toEqual(record.mock.calls[1])
})
