import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../cloudfunctions/_kit/database'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { sdkDatabase } from '../../cloudfunctions/_kit/platform/sdk'
import { wechatDatabase } from '../../cloudfunctions/_kit/platform/wechat-database'
import { book } from '../../cloudfunctions/counselling/book'
import { counsellorWeeksStore, personWeeksStore } from '../../cloudfunctions/counselling/store'
import { changeBooking, moveBooking } from '../../cloudfunctions/counselling/stored-booking'
import { confirm, reschedule } from '../../src/domain/bookings/booking'
import { isoWeekOf } from '../../src/domain/bookings/weeks'
import { minutesLater } from '../../src/domain/time'
import { openDatabase } from '../../src/server/postgres/database'
import { openInMemory } from '../../src/server/postgres/pglite'
import type { Sql } from '../../src/server/postgres/sql'
import { stored } from '../../src/server/store'
import { openStandIn, type StandIn } from '../cloudbase/stand-in/open-stand-in'
import { enterSdk } from '../cloudbase/stand-in/sdk'
import { onServer } from './postgres-server'
import { persistently, provisioned } from './suite/stage'

const now = new Date('2026-03-10T02:00:00.000Z')
const limits = { standing: 2, inPeriod: 6, periodDays: 30, waits: 3, moveUntilHours: 2 }
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const hour = (at: number) => new Date(Date.parse('2026-03-15T01:00:00.000Z') + at * 3_600_000)

type Opened = { database: Database; close(): Promise<void> }

/** What must hold on any database: one time, one booking; one person, one place; a move that holds one time throughout. */
const atOnce = (name: string, open: () => Promise<Opened>) =>
  describe(name, () => {
    let opened: Opened
    let database: Database
    const keys = readKeys(generateKeys())
    beforeAll(async () => {
      opened = await open()
      database = opened.database
    })
    afterAll(() => opened?.close())

    const ask = (personId: string, staffId: string, from: Date, id: string = nanoid()) => {
      const time = { from: from.toISOString(), until: minutesLater(from, 50).toISOString(), mode: 'phone' } as const
      const wanted = { id, personId, staffId, ...time, stationId: '', seriesId: '', session: 0 }
      return book(wanted, { bufferMinutes: 10, limits }, { database, keys, now })
    }
    const takenBy = async (staffId: string, from: Date) =>
      (await database.open(counsellorWeeksStore).get(`${staffId}.${isoWeekOf(from)}`))?.taken ?? []

    it('a hundred people ask for one time at once: one has it', async () => {
      const staffId = nanoid()
      const asked = await Promise.allSettled(times(100, () => ask(nanoid(), staffId, hour(0))))
      const held = asked.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.data.id] : []))
      expect(held).toHaveLength(1)
      expect((await takenBy(staffId, hour(0))).map(({ bookingId }) => bookingId)).toEqual(held)
    })

    it('one person asks for twenty places at one time: they are in one', async () => {
      const personId = nanoid()
      const asked = await Promise.allSettled(times(20, () => ask(personId, nanoid(), hour(1))))
      const held = asked.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.data.id] : []))
      expect(held).toHaveLength(1)
      const own = await database.open(personWeeksStore).get(`${personId}.${isoWeekOf(hour(1))}`)
      expect(own?.taken.map(({ bookingId }) => bookingId)).toEqual(held)
    })

    it('one person asks for ten times at once: they have as many as anybody may', async () => {
      const [personId, staffId] = [nanoid(), nanoid()]
      await Promise.allSettled(times(10, (at) => ask(personId, staffId, hour(at))))
      expect(await takenBy(staffId, hour(0))).toHaveLength(limits.standing)
    })

    it('the same request again and again is one booking', async () => {
      const [personId, staffId, id] = [nanoid(), nanoid(), nanoid()]
      const asked = await Promise.all(times(10, () => persistently(() => ask(personId, staffId, hour(2), id))))
      expect(asked.every((one) => one.ok)).toBe(true)
      expect(await takenBy(staffId, hour(2))).toHaveLength(1)
    })

    it('moved to and fro by many at once across two weeks, each holds one time at every instant', async () => {
      const staffId = nanoid()
      const movers = times(4, () => ({ personId: nanoid(), id: nanoid() }))
      for (const [at, { personId, id }] of movers.entries()) {
        expect((await persistently(() => ask(personId, staffId, hour(at), id))).ok).toBe(true)
        await persistently(() =>
          changeBooking(
            id,
            () => true,
            (booking) => confirm(booking, now),
            'free',
            { database, now },
          ),
        )
      }
      let moving = true
      const seen: number[] = []
      const watch = async () => {
        while (moving) {
          const weeks = await database
            .open(counsellorWeeksStore)
            .getMany([hour(0), hour(30)].map((at) => `${staffId}.${isoWeekOf(at)}`))
          seen.push(weeks.flatMap(({ taken }) => taken).length)
        }
      }
      const watching = watch()
      let moved = 0
      const move = async ({ id }: { id: string }, to: Date) => {
        const time = { from: to.toISOString(), until: minutesLater(to, 50).toISOString() }
        const asked = await moveBooking(
          id,
          () => true,
          { ...time, bufferMinutes: 10 },
          (booking) => reschedule(booking, { ...booking, ...time }, limits.moveUntilHours, now),
          'free',
          { database, now },
        ).catch(() => undefined)
        if (asked?.ok) moved++
      }
      await Promise.all(
        movers.map(async (mover, at) => {
          for (let turn = 0; turn < 8; turn++)
            await move(mover, hour(turn % 2 === 0 ? 30 + ((turn + at) % 6) : turn % 6))
        }),
      )
      moving = false
      await watching
      expect(moved).toBeGreaterThan(4)
      expect(seen.length).toBeGreaterThan(4)
      expect(new Set(seen)).toEqual(new Set([movers.length]))
    })
  })

const onPostgres = (open: () => Promise<Sql>) => async (): Promise<Opened> => {
  const sql = await open()
  return { database: await openDatabase(sql, stored), close: () => sql.close() }
}

/** Where each fourth write of a transaction, and each fourth commit, is told that somebody else was there. */
async function onWeChat(): Promise<Opened> {
  const standIn: StandIn = await openStandIn()
  standIn.provision(provisioned(stored))
  standIn.chaos.set({ seed: 5, conflictAtOperation: 0.25, conflictAtCommit: 0.25 })
  const sdk = enterSdk(standIn, 'bookings')
  return {
    database: wechatDatabase(sdkDatabase()),
    close: async () => {
      sdk.leave()
      expect([standIn.uncovered, standIn.unsupported, standIn.openTransactions()]).toEqual([[], [], []])
      await standIn.close()
    },
  }
}

atOnce('bookings at once on PostgreSQL, embedded', onPostgres(openInMemory))
atOnce('bookings at once on the WeChat cloud database, where transactions conflict', onWeChat)
onServer((open) =>
  atOnce(
    'bookings at once on PostgreSQL, a server',
    onPostgres(() => open(10)),
  ),
)
