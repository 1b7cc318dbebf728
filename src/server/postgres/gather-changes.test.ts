import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Database } from '../../../cloudfunctions/_kit/database'
import { declare } from '../../../cloudfunctions/_kit/declaration'
import { done, refused } from '../../domain/result'
import { Overtaken } from './again'
import { openDatabase } from './database'
import { openInMemory } from './pglite'
import type { Sql } from './sql'

type Purse = { id: string; coins: number }
const pursesStore = declare<Purse>({
  name: 'purses',
  title: '试样',
  about: '只在测试里使用',
  schema: z.strictObject({ id: z.string(), coins: z.number() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '测试结束即删除' },
})

let sql: Sql
let database: Database
/** How the transactions are carried out, and how many there were. */
let carryOut: Sql['transaction']
let begun = 0
beforeAll(async () => {
  sql = await openInMemory()
  carryOut = sql.transaction
  const transaction: Sql['transaction'] = (work) => {
    begun++
    return carryOut(work)
  }
  database = await openDatabase({ ...sql, transaction }, [pursesStore])
})
afterAll(() => sql.close())
beforeEach(async () => {
  for (const id of ['a', 'b', 'c']) await database.open(pursesStore).remove(id)
  carryOut = sql.transaction
  begun = 0
})

const purses = () => database.open(pursesStore)
const coinsIn = async (id: string) => (await purses().get(id))?.coins
const earn = (id: string) =>
  purses().change(id, (purse) => {
    const coins = (purse?.coins ?? 0) + 1
    return done({ write: { id, coins }, reply: coins })
  })
const sixteen = <T>(make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 16 }, (_, at) => make(at)))
/** As when a whole line of people is at the door. */
const whileOneIsUnderWay = async <T>(make: () => Promise<T>): Promise<T> => {
  const first = earn('c')
  while (begun === 0) await new Promise(setImmediate)
  const rest = make()
  await first
  return rest
}

describe('changes that wait', () => {
  it('share one transaction, and each sees what those before it wrote', async () => {
    const replies = await whileOneIsUnderWay(() => sixteen((at) => earn(at % 2 ? 'a' : 'b')))
    const all = replies.map((reply) => (reply.ok ? reply.data : 0))
    expect(all.toSorted((one, other) => one - other)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8])
    expect([await coinsIn('a'), await coinsIn('b')]).toEqual([8, 8])
    expect(begun).toBe(2)
  })

  it('come and go within one transaction as they would one after the other', async () => {
    const spendAll = () => purses().change('a', (purse) => done({ write: null, reply: purse?.coins }))
    const [first, spent, anew] = await whileOneIsUnderWay(() => Promise.all([earn('a'), spendAll(), earn('a')]))
    expect([first, spent, anew]).toEqual([done(1), done(1), done(1)])
    const [, gone] = await whileOneIsUnderWay(() =>
      Promise.all([earn('b'), purses().change('b', () => done({ write: null, reply: 0 }))]),
    )
    expect([gone, await coinsIn('a'), await coinsIn('b')]).toEqual([done(0), 1, undefined])
  })

  it('are not hurt by one that is refused, throws, or writes what is not as declared', async () => {
    const fault = new Error('a fault in a rule')
    const throwing = () => {
      throw fault
    }
    const wrong = () => done({ write: { id: 'a', coins: '一' } as unknown as Purse, reply: null })
    const [one, no, thrown, unfit, two] = await whileOneIsUnderWay(() =>
      Promise.allSettled([
        earn('a'),
        purses().change('a', () => refused('NOT_NOW')),
        purses().change('a', throwing),
        purses().change('a', wrong),
        earn('a'),
      ]),
    )
    expect([one, two]).toMatchObject([{ value: done(1) }, { value: done(2) }])
    expect(no).toMatchObject({ value: { ok: false, code: 'NOT_NOW' } })
    expect(thrown).toMatchObject({ reason: fault })
    expect(unfit).toMatchObject({ status: 'rejected' })
    expect([await coinsIn('a'), begun]).toEqual([2, 2])
  })

  it('each get documents of their own', async () => {
    await earn('a')
    const spoil = () =>
      purses().change('a', (purse) => {
        if (purse) purse.coins = 99
        return done({ reply: null })
      })
    await whileOneIsUnderWay(() => Promise.all([spoil(), earn('a')]))
    expect(await coinsIn('a')).toBe(2)
  })

  it('go alone when their transaction meets a conflict, and none is lost or done twice', async () => {
    let conflicts = 1
    carryOut = (work) =>
      sql.transaction((query) =>
        work((text, params) => {
          if (text.startsWith('with') && conflicts-- > 0) throw new Overtaken('somebody else was first')
          return query(text, params)
        }),
      )
    await sixteen(() => earn('a'))
    expect(await coinsIn('a')).toBe(16)
    expect(conflicts).toBeLessThan(0)
  })

  it('are not done again when nobody knows whether they were committed', async () => {
    carryOut = async (work) => {
      await sql.transaction(work)
      throw new Error('the connection was lost')
    }
    const outcomes = await Promise.allSettled([earn('a'), earn('a')])
    expect(outcomes).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    carryOut = sql.transaction
    expect(await coinsIn('a')).toBe(2)
  })

  it('have their turn beside somebody who asks again and again', async () => {
    let earned = false
    const earning = earn('a').finally(() => {
      earned = true
    })
    while (!earned) await purses().getMany(['a'])
    expect(await earning).toEqual(done(1))
  })

  it('write nothing where a document is to stay as it is', async () => {
    await earn('a')
    const written: string[] = []
    carryOut = (work) =>
      sql.transaction((query) =>
        work((text, params) => {
          if (text.startsWith('with')) written.push(text)
          return query(text, params)
        }),
      )
    expect(await purses().change('a', (purse) => done({ write: purse ?? null, reply: 'held' }))).toEqual(done('held'))
    expect(written).toEqual([])
  })
})
