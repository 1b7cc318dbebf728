import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DataKey, dataKeyId, dataKeysStore, keepFor } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { destroyKey } from '../../cloudfunctions/_kit/destroy-key'
import { finishDestroying } from '../../cloudfunctions/_kit/destroy-one'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { keyIdOf, seal } from '../../cloudfunctions/_kit/sealing'
import { assessments } from '../../cloudfunctions/assessments/serve'
import { resultsStore, type StoredResult } from '../../cloudfunctions/assessments/store'
import { createApi } from '../../src/contract/client'
import { beforeCalls } from '../house/before-each-call'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { agreeToTests, offer, taken, taking } from '../house/taking'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await offer(house, 'who5', 'phq9')
})
afterAll(() => house.close())

const results = () => house.database.open(resultsStore)
const personOf = (name: string) => house.keys.hash('person', name)

/** Three results, of which the middle one is to go. */
async function withThree(name: string) {
  const api = house.employee(name)
  await agreeToTests(api)
  const [first, going, last] = [
    await taken(api, taking('phq9', 1)),
    await taken(api, taking('phq9', 3)),
    await taken(api, taking('who5', 2)),
  ]
  const stored = (await results().get(going.id)) as StoredResult
  return { api, personId: personOf(name), staying: [first, last], going, stored, keyId: keyIdOf(stored.answers) }
}
type Three = Awaited<ReturnType<typeof withThree>>

/** What the person asks, over a database of the test's choosing. */
const over = (personId: string, database: Database) =>
  createApi((_, request) =>
    assessments(request, {
      ...{ caller: { kind: 'employee', personId }, expired: false, database, files: house.files, keys: house.keys },
      ...{
        now: house.clock.now(),
        requestId: nanoid(),
        origin: '',
        client: '',
        log: (entry) => house.logged.push(entry),
      },
    }),
  )
const destroy = ({ personId, going }: Three, database = house.database) =>
  over(personId, database).results.destroy({ resultId: going.id })

const byId = (rows: readonly { id: string }[]) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))
const listed = async ({ api }: Three) => byId(dataOf(await api.results.list({})).rows)

/** Not there, not to be opened with any key there is, and the rest as it was. */
async function isGone(three: Three) {
  expect(await listed(three)).toEqual(byId(three.staying))
  const dump = await house.dump()
  expect(JSON.stringify(dump.results)).not.toContain(three.going.id)
  expect(JSON.stringify(dump)).not.toContain(three.keyId)
  expect(await isDestroyed(three.keyId, house.files)).toBe(true)
}

describe('one result that its owner destroys', () => {
  it('goes with the key it was sealed with; the others are sealed anew and read as before', async () => {
    const other = await withThree('别人')
    const three = await withThree('林晓')
    dataOf(await destroy(three))
    await isGone(three)
    expect(await destroy(three)).toMatchObject({ ok: false, code: 'RESULT_NOT_FOUND' })
    expect(await listed(other)).toHaveLength(3)
    await taken(three.api, taking('who5', 4))
    expect(await listed(three)).toHaveLength(3)
  })
  it('leaves no key behind once the whole kind is destroyed', async () => {
    const three = await withThree('周明')
    const half = cutOff(house.database, 9)
    await destroy(three, half.database)
    dataOf(
      await house
        .employee('周明')
        .privacy.destroy({ number: 'abcdefghij1234567890', kinds: ['results'], account: false }),
    )
    const dump = await house.dump()
    expect(JSON.stringify(dump.results)).not.toContain(three.personId)
    expect(JSON.stringify(dump)).not.toContain(three.keyId)
  })
  it('two at the same instant are both gone', async () => {
    const three = await withThree('吴芳')
    const [kept] = three.staying
    const [, other] = three.staying
    const both = await Promise.all([
      destroy(three),
      over(three.personId, house.database).results.destroy({ resultId: other?.id ?? '' }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await listed(three)).toEqual([kept])
  })

  it('cut off at any call to the database is gone at once or not touched, and is finished by the clock', async () => {
    let cuts = 0
    let begun = 0
    for (let whole = false; !whole; cuts++) {
      const three = await withThree(`切断${cuts}`)
      const reply = await destroy(three, cutOff(house.database, cuts).database)
      whole = reply.ok
      const rows = await listed(three)
      const isUntouched = rows.length === 3
      expect(rows).toEqual(byId(isUntouched ? [...three.staying, three.going] : three.staying))
      if (isUntouched) continue
      begun++
      house.clock.forward(12)
      await house.tick()
      await isGone(three)
    }
    expect(begun).toBeGreaterThan(10)
  }, 120_000)

  it('asked for again after it was cut off is finished by that', async () => {
    const three = await withThree('陈安')
    for (const calls of [3, 6]) await destroy(three, cutOff(house.database, calls).database)
    dataOf(await destroy(three))
    await isGone(three)
  })

  it('is finished by two at once as by one, wherever the other has come to', async () => {
    for (let call = 3; call < 24; call += 3) {
      const three = await withThree(`两次${call}`)
      let calls = 0
      const slow = beforeCalls(house.database, async () => {
        if (++calls === call) await finishDestroying(resultsStore, three.personId, { ...house, now: house.clock.now() })
      })
      dataOf(await destroy(three, slow))
      await isGone(three)
    }
  }, 60_000)
})

describe('what is written beside it', () => {
  it('is kept whole or asked for again, wherever the destruction has come to', async () => {
    for (let call = 2; call < 26; call++) {
      const three = await withThree(`同时${call}`)
      const sent = taking('who5', 1)
      let calls = 0
      const slow = beforeCalls(house.database, async () => {
        if (++calls === call) await taken(three.api, sent)
      })
      dataOf(await destroy(three, slow))
      const written = calls >= call ? [await taken(three.api, sent)] : []
      expect(await listed(three)).toEqual(byId([...three.staying, ...written]))
    }
  }, 60_000)

  it('with the key that was destroyed meanwhile is taken back, and stored when it is sent again', async () => {
    const three = await withThree('孙宁')
    const late = { ...three.stored, id: 'latearrival00001' }
    const write = async (key: DataKey) => {
      dataOf(await destroy(three))
      const opened = { ...late, answers: '{}', scores: '[]' }
      return results().insert(seal(resultsStore, opened, key))
    }
    const kept = keepFor(resultsStore, three.personId, house, write, () => results().remove(late.id))
    await expect(kept).rejects.toThrow()
    expect(await listed(three)).toEqual(byId(three.staying))
    // And by one that was cut off before it took it back: nobody can open that.
    await results().insert(late)
    expect(await listed(three)).toEqual(byId(three.staying))
    for (const ask of ['open', 'fhir'] as const)
      expect(await three.api.results[ask]({ resultId: late.id })).toMatchObject({ code: 'RESULT_NOT_FOUND' })
    const sent = await taken(three.api, taking('who5', 1, { resultId: late.id }))
    expect(await listed(three)).toEqual(byId([...three.staying, sent]))
  })

  it('by two who send the same at once stays, of whichever came later: the one who is too late takes back its own', async () => {
    const api = house.employee('两次')
    await agreeToTests(api)
    const sent = taking('who5', 1)
    let destroyed = false
    const slow = beforeCalls(house.database, async () => {
      if (destroyed || !(await results().get(sent.resultId))) return
      destroyed = true
      await destroyKey(resultsStore, personOf('两次'), { ...house, now: house.clock.now() })
      await taken(api, sent)
    })
    expect(await over(personOf('两次'), slow).results.submit(sent)).toMatchObject({ ok: false, code: 'BUSY' })
    expect(dataOf(await api.results.list({})).rows.map(({ id }) => id)).toEqual([sent.resultId])
  })
})

describe('a database that was put back to the day before', () => {
  const rounds = async () => {
    for (let run = 0; run < 3; run++) {
      await house.tick()
      house.clock.forward(24 * 60 + 1)
    }
  }
  const rowsOf = <T>(rows: unknown[] | undefined) =>
    (rows ?? []).map((row) => {
      const { v, ...document } = row as Record<string, unknown>
      return document as unknown as T
    })

  it('does not bring it back', async () => {
    const three = await withThree('唐丽')
    const before = await house.dump()
    dataOf(await destroy(three))
    const dataKeys = house.database.open(dataKeysStore)
    await dataKeys.remove(dataKeyId(resultsStore, three.personId, house.keys))
    for (const { id } of three.staying) await results().remove(id)
    await dataKeys.insertMany(rowsOf(before.dataKeys))
    await results().insertMany(rowsOf(before.results))
    await rounds()
    expect(JSON.stringify(await house.dump())).not.toContain(three.going.id)
    expect((await three.api.results.open({ resultId: three.going.id })).ok).toBe(false)
  })
  it('without its keys does not bring it back either, and the others stay', async () => {
    const three = await withThree('韩冰')
    const before = await house.dump()
    dataOf(await destroy(three))
    await results().insertMany(rowsOf(before.results))
    expect(await listed(three)).toEqual(byId(three.staying))
    await rounds()
    expect(JSON.stringify(await house.dump())).not.toContain(three.going.id)
    expect(await listed(three)).toEqual(byId(three.staying))
  })
})
