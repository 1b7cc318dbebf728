import { expect } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { currentVersion } from '../../../src/domain/consents/texts'
import { minutesLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { newCallId, PHONE } from '../../house/duty'
import { copy } from './copy'
import type { Billed } from './meter'

const A_SHIFT = 6 * 60

const willing = async (house: CloudHouse, openid: string): Promise<Api> => {
  const api = house.employee(openid)
  dataOf(await api.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
  return api
}

/** A week of shifts, a call from the first word to the last, and one that is taken back. */
export async function callsStory(house: CloudHouse, billed: Billed) {
  const he = (await house.signedIn('hedong', '何冬', 'supervisor')).api
  const qian = (await house.signedIn('qianli', '钱励', 'supervisor')).api
  const began = minutesLater(new Date(), -60)
  const span = (from: Date) => ({ from: from.toISOString(), until: minutesLater(from, A_SHIFT).toISOString() })
  const { id: shiftId } = await billed('shifts.add', he.shifts.add({ staffId: 'hedong', ...span(began) }))
  await copy(house, 'shifts', 27, (number) => ({
    _id: `shift${number}`,
    staffId: 'qianli',
    ...span(minutesLater(began, A_SHIFT * (number + 1))),
  }))
  await billed('shifts.setHead', he.shifts.setHead({ staffId: 'qianli' }))
  expect((await billed('shifts.list', he.shifts.list({ from: began.toISOString() }))).rows).toHaveLength(28)

  const lin = await willing(house, 'o-calls')
  expect((await billed('duty.now', house.employee('o-anybody').duty.now({}))).onDuty).toBe(true)
  const callId = newCallId()
  await billed('calls.ask', lin.calls.ask({ callId, phone: PHONE }))
  await billed('calls.ask, again', lin.calls.ask({ callId, phone: PHONE }))
  await billed('calls.mine', lin.calls.mine({}))
  await copy(house, 'calls', 50, (number) => ({
    _id: `person${number}`,
    personId: `person${number}`,
    callId: `copied${number}`,
  }))
  expect((await billed('calls.queue', he.calls.queue({ state: 'open' }))).rows).toHaveLength(50)
  await billed('calls.accept', he.calls.accept({ callId }))
  expect((await billed('calls.phone', he.calls.phone({ callId }))).phone).toBe(PHONE)
  await billed('calls.log', he.calls.log({ callId, what: 'reached' }))
  await billed('calls.handOver', he.calls.handOver({ callId, staffId: 'qianli' }))
  await casesStory(house, billed, { he, qian, callId })
  await billed('calls.followUp', qian.calls.followUp({ callId, note: 'reached' }))
  dataOf(await qian.calls.followUp({ callId, note: 'reached' }))
  await billed('calls.close', qian.calls.close({ callId, outcome: 'reached' }))

  const zhao = await willing(house, 'o-withdraws')
  const taken = { callId: newCallId() }
  dataOf(await zhao.calls.ask({ ...taken, phone: PHONE }))
  await billed('calls.withdraw', zhao.calls.withdraw(taken))
  await billed('shifts.remove', he.shifts.remove({ shiftId }))
}

/** Begun out of a call, referred, handed over and ended; among as many of others as are looked through for one's own. */
async function casesStory(
  house: CloudHouse,
  billed: Billed,
  { he, qian, callId }: Record<'he' | 'qian', Api> & { callId: string },
) {
  const caseId = 'casenumber000001'
  const red = { colour: 'red', reason: 'said-so-on-the-phone', reviewInDays: 2 } as const
  const green = { colour: 'green', reason: 'is-better', reviewInDays: 30 } as const
  const clinic = { level: 'L2', to: '市精神卫生中心', note: '约在周四上午', followUpInDays: 1 } as const
  await billed('cases.begin', qian.cases.begin({ caseId, callId, ...red }))
  await copy(house, 'cases', 160, (number) => ({
    _id: `person${number}`,
    personId: `person${number}`,
    caseId: `copied${number}`,
  }))
  expect((await billed('cases.list', he.cases.list({ mine: false }))).rows).toHaveLength(50)
  expect((await billed('cases.list, one’s own', he.cases.list({ mine: true }))).rows).toEqual([])
  await billed('cases.open', he.cases.open({ caseId }))
  await billed('cases.refer', qian.cases.refer({ caseId, ...clinic }))
  await billed('cases.endReferral', qian.cases.endReferral({ caseId, index: 0, result: 'arrived' }))
  await billed('cases.decide', qian.cases.decide({ caseId, ...green }))
  await billed('cases.handOver', qian.cases.handOver({ caseId, staffId: 'hedong', note: '她希望晚上接电话' }))
  await billed('cases.close', he.cases.close({ caseId }))
}

/** One that is accepted, as any call is, and one that is stopped; after many in one month. */
export async function drillsStory(house: CloudHouse, billed: Billed) {
  const song = (await house.signedIn('songlan', '宋岚', 'supervisor')).api
  const underWay = async () =>
    dataOf(await song.drills.list({})).rows.find(({ state }) => state === 'waiting')?.id ?? ''
  await billed('drills.start', song.drills.start({}))
  await billed('calls.accept, a drill', song.calls.accept({ callId: await underWay() }))
  await copy(house, 'drills', 60, (number) => ({ _id: `drill-${number}`, drillId: `drill-${number}` }))
  expect((await billed('drills.list', song.drills.list({}))).rows).toHaveLength(20)
  dataOf(await song.drills.start({}))
  await billed('drills.stop', song.drills.stop({ drillId: await underWay() }))
}
