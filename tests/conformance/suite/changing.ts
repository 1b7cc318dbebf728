import { describe, expect, it } from 'vitest'
import { done, refused } from '../../../src/domain/result'
import {
  type Account,
  accountsStore,
  book,
  booksStore,
  fresh,
  hall,
  hallsStore,
  persistently,
  reservesStore,
  type Stage,
  times,
} from './stage'

export const changing = (stage: Stage) =>
  describe('changing', () => {
    const accounts = () => stage.database.open(accountsStore)
    const reserves = () => stage.database.open(reservesStore)

    const account = async (balance: number): Promise<string> => {
      const id = fresh('account')
      await accounts().insert({ id, balance })
      return id
    }
    const plus = (id: string, amount: number) =>
      accounts().change(id, (found) => done({ write: { id, balance: (found?.balance ?? 0) + amount }, reply: null }))
    const balanceOf = async (id: string) => (await accounts().get(id))?.balance

    const move = (from: string, to: string, amount: number) =>
      stage.database.together({ from: accounts().at(from), to: accounts().at(to) }, ({ from: payer, to: payee }) => {
        if (!payer || !payee) return refused('NO_ACCOUNT')
        if (payer.balance < amount) return refused('TOO_LITTLE')
        const write = {
          from: { ...payer, balance: payer.balance - amount },
          to: { ...payee, balance: payee.balance + amount },
        }
        return done({ write, reply: write.from.balance })
      })

    it('writes what the rule gives and answers what it replies', async () => {
      const id = await account(5)
      const answer = await accounts().change(id, (found) =>
        done({ write: { id, balance: (found?.balance ?? 0) * 2 }, reply: '十' }),
      )
      expect(answer).toEqual({ ok: true, data: '十' })
      expect(await balanceOf(id)).toBe(10)
    })

    it('writes nothing when the rule refuses, and hands on the refusal as it is', async () => {
      const id = await account(5)
      expect(await accounts().change(id, () => refused('NOT_NOW', '2026-01-01T00:00:00.000Z'))).toEqual({
        ok: false,
        code: 'NOT_NOW',
        retryAt: '2026-01-01T00:00:00.000Z',
      })
      expect(await balanceOf(id)).toBe(5)
    })

    it('creates, leaves and removes by a change', async () => {
      const id = fresh('account')
      await accounts().change(id, (found) => done({ write: { id, balance: found ? 99 : 1 }, reply: null }))
      expect(await balanceOf(id)).toBe(1)
      expect(await accounts().change(id, (found) => done({ reply: found?.balance }))).toEqual({ ok: true, data: 1 })
      await accounts().change(id, () => done({ write: null, reply: null }))
      expect(await accounts().get(id)).toBeUndefined()
      expect(await accounts().change(id, (found) => done({ write: null, reply: found === undefined }))).toEqual({
        ok: true,
        data: true,
      })
    })

    it('keeps no field that the new document does not have', async () => {
      const books = stage.database.open(booksStore)
      const { text, ...without } = book('fields', { text: '写着什么' })
      await books.insert({ ...without, text })
      await books.change(without.id, () => done({ write: without, reply: null }))
      expect(await books.get(without.id)).toStrictEqual(without)
    })

    it('passes on what a rule throws, and writes nothing', async () => {
      const id = await account(5)
      const fault = new Error('a fault in a rule')
      const failing = () => {
        throw fault
      }
      await expect(accounts().change(id, failing)).rejects.toBe(fault)
      await expect(stage.database.together({ one: accounts().at(id) }, failing)).rejects.toBe(fault)
      expect(await balanceOf(id)).toBe(5)
    })

    it('adds up 50 changes of one document at the same time', async () => {
      const id = await account(0)
      await Promise.all(times(50, () => persistently(() => plus(id, 1))))
      expect(await balanceOf(id)).toBe(50)
    })

    it('adds up changes that all find the document absent', async () => {
      const id = fresh('account')
      await Promise.all(times(10, () => persistently(() => plus(id, 1))))
      expect(await balanceOf(id)).toBe(10)
    })

    it('keeps a document from being written under another id', async () => {
      const [id, other] = [await account(1), fresh('other')]
      const wrong: Account = { id: other, balance: 2 }
      await expect(accounts().change(id, () => done({ write: wrong, reply: null }))).rejects.toThrow()
      const together = stage.database.together({ one: accounts().at(id) }, () =>
        done({ write: { one: wrong }, reply: null }),
      )
      await expect(together).rejects.toThrow()
      expect(await accounts().getMany([id, other])).toEqual([{ id, balance: 1 }])
    })

    it('writes several documents of several collections together', async () => {
      const [from, to] = [await account(10), fresh('reserve')]
      const answer = await stage.database.together(
        { from: accounts().at(from), to: reserves().at(to) },
        ({ from: payer, to: payee }) =>
          done({ write: { from: null, to: { id: to, balance: payer?.balance ?? 0 } }, reply: payee === undefined }),
      )
      expect(answer).toEqual({ ok: true, data: true })
      expect(await accounts().get(from)).toBeUndefined()
      expect(await reserves().get(to)).toEqual({ id: to, balance: 10 })
    })

    it('writes none of them when the rule refuses or one of them is not as declared', async () => {
      const [a, b] = [await account(3), await account(0)]
      expect(await move(a, b, 4)).toEqual({ ok: false, code: 'TOO_LITTLE' })
      expect(await move(a, fresh(), 1)).toEqual({ ok: false, code: 'NO_ACCOUNT' })
      const half = stage.database.together({ a: accounts().at(a), b: accounts().at(b) }, () =>
        done({ write: { a: { id: a, balance: 9 }, b: { id: b, balance: '九' } as unknown as Account }, reply: null }),
      )
      await expect(half).rejects.toThrow()
      expect([await balanceOf(a), await balanceOf(b)]).toEqual([3, 0])
    })

    it('moves to and fro at the same time without loss and without a deadlock', async () => {
      const [a, b] = [await account(100), await account(100)]
      const answers = await Promise.all(
        times(16, (index) => persistently(() => (index % 2 ? move(a, b, 3) : move(b, a, 2)))),
      )
      expect(answers.every(({ ok }) => ok)).toBe(true)
      expect([await balanceOf(a), await balanceOf(b)]).toEqual([100 - 24 + 16, 100 + 24 - 16])
    })

    it('creates the same absent documents from two sides as one of the two', async () => {
      const [a, b] = [fresh('a'), fresh('b')]
      const found = (side: string) =>
        stage.database.together(
          side === 'left' ? { x: accounts().at(a), y: accounts().at(b) } : { x: accounts().at(b), y: accounts().at(a) },
          ({ x, y }) =>
            x || y
              ? refused('TAKEN')
              : done({
                  write:
                    side === 'left'
                      ? { x: { id: a, balance: 1 }, y: { id: b, balance: 1 } }
                      : { x: { id: b, balance: 2 }, y: { id: a, balance: 2 } },
                  reply: side,
                }),
        )
      const answers = await Promise.all(['left', 'right'].map((side) => persistently(() => found(side))))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const [one, two] = await accounts().getMany([a, b])
      expect(one?.balance).toBe(two?.balance)
    })

    it('keeps a rule over two documents true when both are written', async () => {
      const [a, b] = [await account(1), await account(1)]
      const leaveOne = (mine: string, other: string) =>
        stage.database.together({ mine: accounts().at(mine), other: accounts().at(other) }, (on) =>
          on.mine && on.other && on.mine.balance + on.other.balance > 1
            ? done({ write: { mine: { ...on.mine, balance: 0 }, other: on.other }, reply: null })
            : refused('LAST_ONE'),
        )
      const answers = await Promise.all([persistently(() => leaveOne(a, b)), persistently(() => leaveOne(b, a))])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(((await balanceOf(a)) ?? 0) + ((await balanceOf(b)) ?? 0)).toBe(1)
    })

    it('lets nothing be written beside a document that goes, where that one is written as it stands', async () => {
      for (const _ of times(12, (index) => index)) {
        const [held, beside] = [await account(1), fresh('beside')]
        const seen = { held: accounts().at(held), beside: accounts().at(beside) }
        const writing = persistently(() =>
          stage.database.together(seen, (on) =>
            on.held
              ? done({ write: { held: on.held, beside: { id: beside, balance: 1 } }, reply: null })
              : refused('GONE'),
          ),
        )
        await persistently(() => accounts().change(held, () => done({ write: null, reply: null })))
        const left = await accounts().get(beside)
        const written = await writing
        expect({ ok: written.ok, left: left !== undefined }).toEqual({ ok: written.ok, left: written.ok })
        expect(await accounts().getMany([held, beside])).toEqual(left ? [left] : [])
      }
    })

    it('never lets a reader see half of what is written together', async () => {
      const [a, b] = [await account(50), await account(50)]
      const moves = Promise.all(times(6, () => persistently(() => move(a, b, 5))))
      const sums = await Promise.all(
        times(6, () =>
          persistently(() =>
            stage.database.together({ a: accounts().at(a), b: accounts().at(b) }, (seen) =>
              done({ write: {}, reply: (seen.a?.balance ?? 0) + (seen.b?.balance ?? 0) }),
            ),
          ),
        ),
      )
      await moves
      expect(sums).toEqual(times(6, () => ({ ok: true, data: 100 })))
    })

    it('takes five documents together, and no more', async () => {
      const ids = await Promise.all(times(6, () => account(1)))
      const refs = (count: number) => Object.fromEntries(ids.slice(0, count).map((id) => [id, accounts().at(id)]))
      const empty = (count: number) =>
        stage.database.together(refs(count), () =>
          done({ write: Object.fromEntries(ids.slice(0, count).map((id) => [id, { id, balance: 0 }])), reply: null }),
        )
      expect((await empty(5)).ok).toBe(true)
      await expect((async () => empty(6))()).rejects.toThrow()
      expect((await accounts().getMany(ids)).map(({ balance }) => balance)).toEqual([0, 0, 0, 0, 0, 1])
    })

    it('keeps counters out of every transaction', async () => {
      const halls = stage.database.open(hallsStore)
      const full = hall(3)
      await halls.insert(full)
      const emptied = () => done({ write: null, reply: null })
      await expect((async () => halls.change(full.id, emptied))()).rejects.toThrow()
      const together = async () =>
        stage.database.together({ full: halls.at(full.id) }, () => done({ write: { full: null }, reply: null }))
      await expect(together()).rejects.toThrow()
      expect(await halls.get(full.id)).toEqual(full)
    })
  })
