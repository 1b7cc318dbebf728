import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tallyBatchesStore } from '../../cloudfunctions/insights/store'
import { type House, openHouse } from '../house/open-house'

describe('what has been kept long enough', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('2026-03-10T02:00:00.000Z')
  })
  afterAll(() => house.close())

  it('goes in one run, however much it is, and nothing younger goes with it', async () => {
    const batches = (prefix: string, receivedAt: string) =>
      Array.from({ length: 450 }, (_, number) => ({ id: `${prefix}${number}`, receivedAt, rolledIn: 1, tallies: [] }))
    await house.database.open(tallyBatchesStore).insertMany(batches('old', '2025-02-01T00:00:00.000Z'))
    await house.database.open(tallyBatchesStore).insertMany(batches('young', '2025-03-01T00:00:00.000Z'))
    house.clock.set('2026-03-20T00:00:00.000Z')
    await house.tick()
    const left = (await house.dump()).tallyBatches as { id: string }[]
    expect(left).toHaveLength(450)
    expect(left.every(({ id }) => id.startsWith('young'))).toBe(true)
  })
})
