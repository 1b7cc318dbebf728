import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sdkDatabase } from '../../cloudfunctions/_kit/platform/sdk'
import { wechatDatabase } from '../../cloudfunctions/_kit/platform/wechat-database'
import { done } from '../../src/domain/result'
import { openStandIn, type StandIn } from '../cloudbase/stand-in/open-stand-in'
import { enterSdk } from '../cloudbase/stand-in/sdk'
import { conforms } from './suite/conforms'
import { accountsStore, fresh, persistently, provisioned, reservesStore } from './suite/stage'

type Chaos = Parameters<StandIn['chaos']['set']>[0]

describe.each<[string, Chaos]>([
  ['calm', {}],
  [
    'with a conflict in every fifth write and commit of a transaction',
    { seed: 11, conflictAtOperation: 0.2, conflictAtCommit: 0.2 },
  ],
  [
    'where an update that changes nothing counts as none',
    { identicalUpdateCounts: 0, duplicateCode: 'DATABASE_DUPLICATE_WRITE' },
  ],
])('the WeChat cloud database, %s', (_, chaos) => {
  let standIn: StandIn
  let sdk: ReturnType<typeof enterSdk>

  beforeAll(async () => {
    standIn = await openStandIn()
    standIn.chaos.set(chaos)
    sdk = enterSdk(standIn, 'conformance')
  })
  afterAll(async () => {
    sdk.leave()
    await standIn.close()
  })

  conforms('through wx-server-sdk', async (declarations) => {
    standIn.provision(provisioned(declarations))
    return { database: wechatDatabase(sdkDatabase()), close: async () => undefined }
  })

  it('sends all of a transaction inside the transaction, and leaves none open', async () => {
    const database = wechatDatabase(sdkDatabase())
    const [accounts, reserves] = [database.open(accountsStore), database.open(reservesStore)]
    const ids = [fresh('there'), fresh('new'), fresh('gone')] as const
    for (const id of [ids[0], ids[2]]) await accounts.insert({ id, balance: 1 })
    standIn.calls.clear()
    const refs = { there: accounts.at(ids[0]), made: reserves.at(ids[1]), gone: accounts.at(ids[2]) }
    const rule = () =>
      done({
        write: { there: { id: ids[0], balance: 2 }, made: { id: ids[1], balance: 3 }, gone: null },
        reply: null,
      })
    await persistently(() => database.together(refs, rule))
    await persistently(() => accounts.change(ids[0], (found) => done({ write: found ?? null, reply: null })))
    expect(standIn.calls.list.filter(({ besideTransaction }) => besideTransaction)).toEqual([])
    expect(standIn.calls.count('database.commitTransaction')).toBeGreaterThan(0)
    expect(standIn.openTransactions()).toEqual([])
  })

  it('asked only what an index serves and what the platform has', () => {
    expect(standIn.uncovered).toEqual([])
    expect(standIn.unsupported).toEqual([])
  })
})
