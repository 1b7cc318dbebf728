import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from '../../src/domain/result'
import { memoryDatabase } from '../../src/server/testing/memory-database'
import { dataKeyId, dataKeysStore, findDataKey, keepFor, keepTogether } from './data-keys'
import { Busy, type Database } from './database'
import type { Declaration, Stored } from './declaration'
import { AccountGoing, erasuresStore } from './erasures'
import { devicesStore, membershipsStore } from './identity'
import { generateKeys, readKeys } from './keys'

const keys = readKeys(generateKeys())
const erasure = (id: string, personId: string) => ({
  ...{ id, personId, kinds: [], account: true },
  ...{ startedAt: '2026-03-10T02:00:00.000Z', endedAt: '' },
})
const kept = () => 'kept'
const gone = () => 'gone'
const device = (id: string, personId: string) => ({ id, personId, enrolledAt: 't', seenAt: 't' })

describe('keeping something of a person’s', () => {
  let database: Database
  let close: () => Promise<void>
  const around = () => ({ database, keys })
  const devices = () => database.open(devicesStore)
  beforeAll(async () => {
    ;({ database, close } = await memoryDatabase())
  })
  afterAll(() => close())

  const keep = (id: string, personId: string, meanwhile: () => Promise<unknown> = async () => {}) =>
    keepFor(
      devicesStore,
      personId,
      around(),
      async (key) => {
        await devices().insert(device(id, personId))
        await meanwhile()
        return key.keyId
      },
      () => devices().remove(id),
    )

  it('gives one key to a person and kind, the same each time, another for anybody or anything else', async () => {
    const first = await keep('d1', 'lin')
    expect(await keep('d2', 'lin')).toBe(first)
    expect(await keep('d3', 'ma')).not.toBe(first)
    expect(await findDataKey(membershipsStore, 'lin', around())).toBeUndefined()
    expect((await findDataKey(devicesStore, 'lin', around()))?.keyId).toBe(first)
  })
  it('stores the key wrapped, under an id that names nobody', async () => {
    const id = dataKeyId(devicesStore, 'lin', keys)
    const stored = await database.open(dataKeysStore).get(id)
    const key = await findDataKey(devicesStore, 'lin', around())
    expect(JSON.stringify(stored)).not.toMatch(/lin|devices/)
    expect(stored?.wrapped).not.toContain(key?.bytes.toString('base64url') as string)
  })
  it('agrees on one key when two come first at once', async () => {
    const [one, two] = await Promise.all([keep('d4', 'zhao'), keep('d5', 'zhao')])
    expect(one).toBe(two)
  })
  it('takes back what was written beside a destruction, and asks to try again', async () => {
    const destroy = () => database.open(dataKeysStore).remove(dataKeyId(devicesStore, 'wu', keys))
    await expect(keep('d6', 'wu', destroy)).rejects.toThrow(Busy)
    expect(await devices().get('d6')).toBeUndefined()
    expect(await keep('d6', 'wu')).toBeTruthy()
    expect(await devices().get('d6')).toBeDefined()
  })
  it('takes it back also when the person came again at once and has another key', async () => {
    const again = async () => {
      await database.open(dataKeysStore).remove(dataKeyId(devicesStore, 'sun', keys))
      await keep('d8', 'sun')
    }
    await expect(keep('d7', 'sun', again)).rejects.toThrow(Busy)
    expect(await devices().get('d7')).toBeUndefined()
    expect(await devices().get('d8')).toBeDefined()
  })

  const together = (id: string, personId: string, needsKey = true) =>
    keepTogether(devicesStore, personId, around(), { device: devices().at(id) }, (_, key) =>
      done({ write: { device: device(id, personId) }, reply: needsKey ? key().keyId : '' }),
    )
  it('keeps what is written together with the key that is there, and leaves that as it is', async () => {
    const keyId = await keep('d9', 'qian')
    const before = await database.open(dataKeysStore).get(dataKeyId(devicesStore, 'qian', keys))
    expect(await together('d10', 'qian')).toEqual(done(keyId))
    expect(await devices().get('d10')).toBeDefined()
    expect(await database.open(dataKeysStore).get(dataKeyId(devicesStore, 'qian', keys))).toEqual(before)
  })
  it('writes nothing together where the key is gone, and brings none back', async () => {
    await keep('d11', 'sheng')
    await database.open(dataKeysStore).remove(dataKeyId(devicesStore, 'sheng', keys))
    await expect(together('d12', 'sheng')).rejects.toThrow(Busy)
    expect(await devices().get('d12')).toBeUndefined()
    expect(await together('d12', 'sheng', false)).toEqual(done(''))
    expect(await findDataKey(devicesStore, 'sheng', around())).toBeUndefined()
  })

  it('lets nothing of two who come late stand once the destruction of the account is over, however they meet', async () => {
    // Both were let in before it began. The first makes a key and sees that the account is going; the second finds that key.
    for (const secondAt of ['before', 'while', 'after'] as const) {
      const personId = `late-${secondAt}`
      await database.open(erasuresStore).insert(erasure(`e-${secondAt}`, personId))
      const second = () => keep(`second-${secondAt}`, personId).then(kept, gone)
      let told = ''
      const slow = {
        ...database,
        open: (<T extends Stored>(declaration: Declaration<T>) => {
          const inner = database.open(declaration)
          if (declaration.name !== dataKeysStore.name) return inner
          const change: typeof inner.change = async (id, rule) => {
            if (secondAt === 'before') told = await second()
            const both = secondAt === 'while' ? second() : undefined
            const changed = await inner.change(id, rule)
            if (both) told = await both
            if (secondAt === 'after') told = await second()
            return changed
          }
          return { ...inner, change }
        }) as Database['open'],
      }
      const first = keepFor(
        devicesStore,
        personId,
        { database: slow, keys },
        () => devices().insert(device(`first-${secondAt}`, personId)),
        () => devices().remove(`first-${secondAt}`),
      )
      await expect(first).rejects.toThrow(AccountGoing)
      expect(await devices().get(`first-${secondAt}`)).toBeUndefined()
      // Whatever it was told: nothing opens, and what lies there has no key and is on its way out with the account.
      expect({ secondAt, key: await findDataKey(devicesStore, personId, around()) }).toEqual({
        secondAt,
        key: undefined,
      })
      if (told === 'gone') expect(await devices().get(`second-${secondAt}`)).toBeUndefined()
    }
  })
})
