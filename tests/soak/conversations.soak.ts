import { expect, it } from 'vitest'
import { seedOf } from '../durability/chance'
import { converse } from '../durability/converse'

it('two hundred conversations for five minutes: what is acknowledged arrives once, in order, on both sides', async () => {
  const { wrong, ...counted } = await converse(200, { ms: 5 * 60_000, kills: 15, acknowledged: 4_000 }, seedOf())
  console.log(`conversations: ${JSON.stringify(counted)}`)
  expect(wrong, `CHAOS_SEED=${counted.seed}`).toEqual([])
  expect(counted.again).toBeGreaterThan(0)
  expect(counted.cuts).toBeGreaterThan(500)
})
