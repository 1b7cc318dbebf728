import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataKeysStore, type StoredDataKey } from '../../cloudfunctions/_kit/data-keys'
import type { AnyDeclaration, Stored } from '../../cloudfunctions/_kit/declaration'
import { favouritesStore } from '../../cloudfunctions/library/store'
import { declarations } from '../../cloudfunctions/people/inventory'
import { keyRoundsStore } from '../../cloudfunctions/people/key-rounds'
import { replayDestroyed } from '../../cloudfunctions/people/replay-destroyed'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const owned = declarations.filter(({ owner, sealed }) => owner.kind === 'person' || sealed.length > 0)
const DAY = 24 * 60 + 1

const all = async <T extends Stored>(declaration: AnyDeclaration): Promise<T[]> =>
  ((await house.dump())[declaration.name] ?? []).map((row) => {
    const { v, ...document } = row as Record<string, unknown>
    return document as unknown as T
  })

/** Puts the collections back to what they were, as the platform's own rollback does. */
async function rollBack(names: readonly string[], then: Record<string, unknown[]>) {
  for (const declaration of declarations.filter(({ name }) => names.includes(name)))
    for (const row of then[declaration.name] ?? []) {
      const { v, ...document } = row as Record<string, unknown>
      await house.database.open(declaration).insert(document)
    }
}

const rounds = async () => {
  for (let run = 0; run < 3; run++) {
    await house.tick()
    house.clock.forward(DAY)
  }
}

async function twoPeople(one: string, other: string) {
  const [ming, hong] = [house.employee(one), house.employee(other)]
  for (const [api, nickname] of [
    [ming, '青竹'],
    [hong, '小舟'],
  ] as const)
    dataOf(await api.profile.rename({ nickname }))
  return { ming, hong, id: house.keys.hash('person', one) }
}

describe('what was stored before there were keys', () => {
  it('is given one, once, and not destroyed', async () => {
    const personId = house.keys.hash('person', '赵敏')
    const old = { id: `${personId}.piece`, personId, pieceId: 'piece', addedAt: '2026-01-01T00:00:00.000Z' }
    await house.database.open(favouritesStore).insert(old)
    await rounds()
    expect(await all(favouritesStore)).toEqual([old])
    const late = { ...old, id: `${personId}x.piece`, personId: `${personId}x` }
    await house.database.open(favouritesStore).insert(late)
    await rounds()
    expect(await all(favouritesStore)).toEqual([old])
  })
})

describe('a database that was put back to an earlier day', () => {
  it('brings back nobody who destroyed what was theirs, and leaves everybody else what they have', async () => {
    const { ming, hong, id } = await twoPeople('李明', '王红')
    await house.tick()
    const before = await house.dump()
    dataOf(await ming.privacy.destroy({ number: 'abcdefghij1234567890', kinds: [], account: true }))
    await rollBack(['dataKeys', ...owned.map(({ name }) => name)], before)
    expect(JSON.stringify(await house.dump())).toContain(id)
    await rounds()
    expect(JSON.stringify(await house.dump())).not.toContain(id)
    expect(dataOf(await ming.profile.show({})).nickname).toBeNull()
    expect(dataOf(await hong.profile.show({})).nickname).toBe('小舟')
  })

  it('also when only some collections were put back, without their keys', async () => {
    const { ming, hong, id } = await twoPeople('张伟', '刘芳')
    await house.tick()
    const before = await house.dump()
    dataOf(await ming.privacy.destroy({ number: 'abcdefghij1234567891', kinds: [], account: true }))
    await rollBack(['profiles', 'pseudonyms'], before)
    await rounds()
    expect(JSON.stringify(await house.dump())).not.toContain(id)
    expect(dataOf(await hong.profile.show({})).nickname).toBe('小舟')
  })

  it('is gone through in pieces that end in the same state, wherever they are cut off', async () => {
    await house.tick()
    const noted: string[] = []
    for (let at = 0; at < 250; at++) {
      const keyId = `destroyed-${at}-key`
      const row: StoredDataKey = { id: `k${at}`, keyId, ...house.keys.wrap(keyId, Buffer.alloc(32)) }
      await house.database.open(dataKeysStore).insert(row)
      if (at % 2 === 0) noted.push(keyId)
    }
    for (const keyId of noted) await house.files.put(`destroyed-keys/${keyId}`, Buffer.from('then'))
    const job = replayDestroyed(declarations)
    house.clock.forward(DAY)
    let removed = 0
    for (let run = 0; run < 40; run++) {
      let pages = 1
      const around = { database: house.database, files: house.files, keys: house.keys, now: house.clock.now() }
      removed += await job.run({ ...around, timeLeft: () => pages-- > 0 })
    }
    expect(removed).toBe(125)
    expect(await house.database.open(keyRoundsStore).get('round')).toMatchObject({ step: '' })
    expect((await all<StoredDataKey>(dataKeysStore)).filter(({ keyId }) => noted.includes(keyId))).toEqual([])
  })
})
