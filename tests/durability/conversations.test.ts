import { expect, it } from 'vitest'
import { seedOf } from './chance'
import { converse } from './converse'

it('two hundred conversations, cut off and killed at random: what is acknowledged arrives once, in order, on both sides', async () => {
  const { wrong, ...counted } = await converse(200, { ms: 15_000, kills: 3, acknowledged: 500 }, seedOf())
  console.log(`conversations: ${JSON.stringify(counted)}`)
  expect(wrong, `CHAOS_SEED=${counted.seed}`).toEqual([])
  expect(counted.again).toBeGreaterThan(0)
  expect(counted.cuts).toBeGreaterThan(50)
}, 900_000)
