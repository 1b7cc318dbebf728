import { afterAll, beforeAll, expect, it } from 'vitest'
import { cutOffEach } from '../house/cut-off-each'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'

const pieceId = 'pieceone0001'
let house: House
beforeAll(async () => {
  house = await openHouse()
  const chen = await house.staff('chenjing', '陈静', 'editor')
  await publish(chen, await house.staff('zhoumin', '周敏', 'reviewer'), pieceId, '标题')
})
afterAll(() => house.close())

it('a destruction that is cut off at any call to the database is finished by the clock, or was never begun', async () => {
  expect(await cutOffEach(house, pieceId, 1)).toBeGreaterThan(60)
}, 600_000)
