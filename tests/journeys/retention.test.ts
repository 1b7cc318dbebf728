import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { devicesStore } from '../../cloudfunctions/_kit/identity'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'
import { wholePerson } from '../house/whole-person'

const pieceId = 'pieceone0001'

let house: House
beforeAll(async () => {
  house = await openHouse('2026-03-10T02:00:00.000Z')
  const chen = await house.staff('chenjing', '陈静', 'editor')
  await publish(chen, await house.staff('zhoumin', '周敏', 'reviewer'), pieceId, '标题')
})
afterAll(() => house.close())

const destroyed = async () => {
  const { destructions } = (await house.dump()) as { destructions: { id: string; count: number }[] }
  return Object.fromEntries(destructions.map(({ id, count }) => [id, count]))
}

describe('what has been kept as long as its declaration says', () => {
  it('goes by the clock, and the record says how many of each kind went on which day of Shanghai', async () => {
    await wholePerson(house, pieceId)
    await wholePerson(house, pieceId)
    house.clock.set('2026-03-11T01:00:00.000Z')
    await house.tick()
    expect((await house.dump()).unsealings).toHaveLength(2)
    house.clock.set('2026-03-12T16:30:00.000Z')
    await house.tick()
    expect((await house.dump()).unsealings).toEqual([])
    const counts = await destroyed()
    expect(counts['2026-03-13.unsealings.retention']).toBe(2)
    expect(counts['2026-03-13.attempts.retention']).toBeGreaterThan(0)
    house.clock.forward(11)
    await house.tick()
    expect(await destroyed()).toEqual(counts)
  })

  it('is everything of a person, where a browser was not used for two years; one that was used once in them stays', async () => {
    house.clock.set('2026-04-01T02:00:00.000Z')
    const gone = await wholePerson(house, pieceId, '走了的人')
    const stays = await wholePerson(house, pieceId, '还在的人')
    const keyId = (await house.database.open(dataKeysStore).get(dataKeyId(devicesStore, gone.personId, house.keys)))
      ?.keyId
    house.clock.set('2027-04-01T02:00:00.000Z')
    dataOf(await stays.api.favourites.list({}))
    house.clock.set('2028-04-01T03:00:00.000Z')
    await house.tick()
    const dump = JSON.stringify(await house.dump())
    expect(dump).not.toContain(gone.personId)
    expect(dump).not.toContain(gone.pseudonym)
    expect(dump).toContain(stays.personId)
    expect(await isDestroyed(keyId ?? '', house.files)).toBe(true)
    expect(dataOf(await stays.api.profile.show({})).nickname).toBe('还在的人')
    expect((await gone.api.privacy.stored({})).ok).toBe(false)
    const counts = await destroyed()
    // The two of the first test and this one.
    expect(counts['2028-04-01.devices.retention']).toBe(3)
    expect(counts['2028-04-01.favourites.retention']).toBe(3)
  })
})
