import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { minutesLater } from '../../src/domain/time'
import { type CloudHouse, NOTHING_ODD, openCloudHouse } from '../house/cloud-house'
import { dataOf } from '../house/data-of'
import { newCallId, PHONE } from '../house/duty'

type Reply = { ok: true; data: unknown } | { ok: false; code: string }

/** As a console does that hears that too many were at it: the same again, until there is an answer. */
async function untilAnswered(ask: () => Promise<Reply>): Promise<string> {
  for (let tried = 0; tried < 30; tried++) {
    const reply = await ask()
    if (reply.ok) return 'OK'
    if (!['INTERNAL', 'BUSY'].includes(reply.code)) return reply.code
  }
  throw new Error('never answered')
}

const ROUNDS = 4
const conflicts = (seed: number) => ({ seed, conflictAtOperation: 0.25, conflictAtCommit: 0.25 })

describe('calls for help where WeChat’s transactions conflict', () => {
  let house: CloudHouse
  let he: Api
  let qian: Api

  beforeAll(async () => {
    house = await openCloudHouse({ instancesPerFunction: 4 })
    he = (await house.signedIn('he', '何静', 'supervisor')).api
    qian = (await house.signedIn('qian', '钱宇', 'supervisor')).api
    await house.signedIn('song', '宋岚', 'supervisor')
    dataOf(await he.shifts.setHead({ staffId: 'song' }))
    for (const [at, staffId] of ['he', 'qian'].entries()) {
      const from = minutesLater(new Date(), at - 120)
      dataOf(
        await he.shifts.add({ staffId, from: from.toISOString(), until: minutesLater(from, 20 * 60).toISOString() }),
      )
    }
  })
  afterEach(() => house.standIn.chaos.calm())
  afterAll(async () => {
    expect(house.oddities()).toEqual(NOTHING_ODD)
    await house.close()
  })

  const stored = (callId: string) => house.standIn.dump('calls').find((call) => call.callId === callId)
  const asked = async (openid: string): Promise<{ callId: string; api: Api }> => {
    const api = house.employee(openid)
    dataOf(await api.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
    const callId = newCallId()
    dataOf(await api.calls.ask({ callId, phone: PHONE }))
    return { callId, api }
  }
  const letLeasesEnd = () =>
    house.standIn.load(
      'leases',
      house.standIn.dump('leases').map((lease) => ({ ...lease, until: '2026-01-01T00:00:00.000Z', endedAt: '' })),
    )
  const clockTwice = async () => {
    await letLeasesEnd()
    await Promise.all([house.cloud.timer('clock'), house.cloud.timer('clock')])
  }

  it('one of two who accept at the same instant wins, and is on record once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { callId } = await asked(`o-at-once-${round}`)
      house.standIn.chaos.set(conflicts(round))
      const both = await Promise.all([he, qian].map((api) => untilAnswered(() => api.calls.accept({ callId }))))
      house.standIn.chaos.calm()
      expect([...both].sort()).toEqual(['CALL_TAKEN', 'OK'])
      expect(stored(callId)).toMatchObject({ state: 'accepted', acceptedBy: both[0] === 'OK' ? 'he' : 'qian' })
    }
    expect(house.standIn.dump('acts').filter(({ what }) => what === 'call-accepted')).toHaveLength(ROUNDS)
  })

  it('a turn passes on once, however often the clock runs at once', async () => {
    const { callId } = await asked('o-waits')
    const before = stored(callId)
    expect(before).toMatchObject({ state: 'waiting', asked: ['he'] })
    const [askedAt, passed] = [6, 1].map((minutes) => minutesLater(new Date(), -minutes).toISOString())
    await house.standIn.load('calls', [{ ...before, openedAt: askedAt, askedAt, due: passed }])
    house.standIn.chaos.set(conflicts(41))
    for (let time = 0; time < 4; time++) await clockTwice()
    house.standIn.chaos.calm()
    await clockTwice()
    expect(stored(callId)).toMatchObject({
      state: 'waiting',
      asked: ['he', 'qian'],
      askedAt: minutesLater(new Date(String(askedAt)), 5).toISOString(),
      head: false,
    })
  })

  it('what is ended twice at once, and by the clock, is counted once', async () => {
    const ended = () => house.standIn.dump('callCounts').reduce((sum, { calls }) => sum + Number(calls), 0)
    const before = ended()
    for (let round = 0; round < ROUNDS; round++) {
      const { callId } = await asked(`o-ends-${round}`)
      dataOf(await he.calls.accept({ callId }))
      house.standIn.chaos.set(conflicts(round))
      const close = () => untilAnswered(() => he.calls.close({ callId, outcome: 'wrong-number' }))
      await Promise.all([close(), close()])
      house.standIn.chaos.calm()
      await clockTwice()
      expect(stored(callId)).toBeUndefined()
    }
    expect(ended()).toBe(before + ROUNDS)
  })
})
