import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { dutyJobs } from '../../cloudfunctions/duty/jobs'
import { callCountsStore, callsStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { asks, onDuty, supervisor, willing } from '../house/duty'
import { type House, openHouse } from '../house/open-house'
import { onServer } from './postgres-server'

const START = '2026-03-10T02:00:00.000Z'
const ROUNDS = 8

/** Ten connections at once: what an embedded database puts one after the other really happens together here. */
onServer((open) =>
  describe('calls for help over a PostgreSQL server', () => {
    let house: House
    let he: Api
    let qian: Api
    const stored = (name: string) => house.database.open(callsStore).get(house.keys.hash('person', name))
    const minute = () => {
      const { database, files, keys } = house
      const run = ({ run }: (typeof dutyJobs)[number]) =>
        run({ database, files, keys, now: house.clock.now(), timeLeft: () => true })
      return Promise.all(dutyJobs.map(run))
    }

    beforeAll(async () => {
      house = await openHouse(START, open)
      he = await supervisor(house, 'he', '何静')
      qian = await supervisor(house, 'qian', '钱宇')
      await supervisor(house, 'song', '宋岚')
      dataOf(await he.shifts.setHead({ staffId: 'song' }))
      await onDuty(house, he, 'he')
      house.clock.forward(1)
      await onDuty(house, he, 'qian')
    })
    afterAll(() => house.close())

    it('one of two who accept at the same instant wins, and is on record once', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const name = `同时${round}`
        const callId = await asks(await willing(house, name))
        const both = await Promise.all([he.calls.accept({ callId }), qian.calls.accept({ callId }), minute()])
        expect([both[0], both[1]].map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CALL_TAKEN', 'OK'])
        expect(await stored(name)).toMatchObject({ state: 'accepted', acceptedBy: both[0].ok ? 'he' : 'qian' })
      }
      const acts = (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows
      expect(acts.filter(({ what }) => what === 'call-accepted')).toHaveLength(ROUNDS)
    })

    it('a turn passes on once when the clock runs twice at once, also beside somebody who accepts', async () => {
      const [still, taken] = [`等${ROUNDS}`, `接${ROUNDS}`]
      await asks(await willing(house, still))
      const callId = await asks(await willing(house, taken))
      house.clock.forward(5)
      await Promise.all([minute(), minute(), he.calls.accept({ callId })])
      const asked = { asked: ['he', 'qian'], askedAt: '2026-03-10T02:06:00.000Z', head: false }
      expect(await stored(still)).toMatchObject({ ...asked, state: 'waiting', acceptedBy: '' })
      expect(await stored(taken)).toMatchObject({ ...asked, state: 'accepted', acceptedBy: 'he' })
      house.clock.forward(60)
      await Promise.all([minute(), minute()])
      expect(await stored(still)).toMatchObject({ asked: ['he', 'qian', 'song'], head: true, state: 'waiting' })
    })

    it('what is ended by its holder and by the clock at once is counted once', async () => {
      const calls = async () => (await house.database.open(callCountsStore).get('2026-03-10'))?.calls ?? 0
      const before = await calls()
      for (let round = 0; round < ROUNDS; round++) {
        const callId = await asks(await willing(house, `结束${round}`))
        dataOf(await he.calls.accept({ callId }))
        const end = () => he.calls.close({ callId, outcome: 'wrong-number' })
        await Promise.all([end(), end(), minute(), minute()])
        await minute()
        expect(await stored(`结束${round}`)).toBeUndefined()
      }
      expect(await calls()).toBe(before + ROUNDS)
    })
  }),
)
