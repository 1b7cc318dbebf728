import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { dataOf } from '../../house/data-of'
import { asks, newCallId, PHONE, supervisor, willing } from '../../house/duty'
import { type House, openHouse } from '../../house/open-house'
import { asks as asksToTalk, counsellor, opensUp } from '../../house/talking'
import { refusedWith } from './produced'

const red = { colour: 'red', reason: 'was-harmed', reviewInDays: 2 } as const
const green = { colour: 'green', reason: 'is-better', reviewInDays: 30 } as const
const clinic = { level: 'L2', to: '市精神卫生中心', note: '', followUpInDays: 3 } as const

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function dutyRefusals(): void {
  let house: House
  let he: Api
  let qian: Api
  let lin: Api
  let callId: string
  let caseId: string
  let turn = 0
  beforeAll(async () => {
    house = await openHouse()
    he = await supervisor(house, 'he', '何静')
    qian = await supervisor(house, 'qian', '钱宇')
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    lin = await willing(house, `林${turn++}`)
    caseId = `case${turn}`
    callId = await asks(lin)
    dataOf(await he.calls.accept({ callId }))
  })
  /** What it does is cut off before the key is noted: it is closed, and not yet gone. */
  async function cutOff(what: () => Promise<unknown>) {
    const { put } = house.files
    house.files.put = () => Promise.reject(new Error('cut off'))
    await what()
    house.files.put = put
  }

  describe('a call back is refused', () => {
    it('a second time while one waits, and again and again', async () => {
      await refusedWith('calls.ask', 'CALL_WAITING', lin.calls.ask({ callId: newCallId(), phone: PHONE }))
      dataOf(await lin.calls.withdraw({ callId }))
      for (let time = 1; time < 10; time++) dataOf(await lin.calls.withdraw({ callId: await asks(lin) }))
      await refusedWith('calls.ask', 'TOO_MANY_TRIES', lin.calls.ask({ callId: newCallId(), phone: PHONE }))
    })
    it('for somebody the counsellor has no session with, and a second time', async () => {
      const xu = await counsellor(house, 'xu', '许愿')
      const referral = (ofId: string) =>
        xu.calls.refer({ callId: newCallId(), of: 'chat', ofId, ground: 'agreed', note: '' })
      await refusedWith('calls.refer', 'CONVERSATION_NOT_FOUND', referral('nochat0000000001'))
      const chatId = await asksToTalk(await opensUp(house, `林${turn}的朋友`))
      await refusedWith('calls.refer', 'CONVERSATION_NOT_FOUND', referral(chatId))
      dataOf(await xu.workbench.accept({ chatId }))
      dataOf(await referral(chatId))
      await refusedWith('calls.refer', 'ALREADY_REFERRED', referral(chatId))
    })
    it('where it is not there, to everybody', async () => {
      const gone = { callId: 'gone' }
      await refusedWith('calls.withdraw', 'CALL_NOT_FOUND', lin.calls.withdraw(gone))
      await refusedWith('calls.accept', 'CALL_NOT_FOUND', he.calls.accept(gone))
      await refusedWith('calls.phone', 'CALL_NOT_FOUND', he.calls.phone(gone))
      await refusedWith('calls.handOver', 'CALL_NOT_FOUND', he.calls.handOver({ ...gone, staffId: 'qian' }))
      await refusedWith('calls.log', 'CALL_NOT_FOUND', he.calls.log({ ...gone, what: 'busy' }))
      await refusedWith('calls.followUp', 'CALL_NOT_FOUND', he.calls.followUp({ ...gone, note: 'reached' }))
      await refusedWith('calls.close', 'CALL_NOT_FOUND', he.calls.close({ ...gone, outcome: 'reached' }))
      await refusedWith('cases.begin', 'CALL_NOT_FOUND', he.cases.begin({ caseId, ...gone, ...red }))
    })
    it('to a colleague whose it is not', async () => {
      await refusedWith('calls.accept', 'CALL_TAKEN', qian.calls.accept({ callId }))
      await refusedWith('calls.phone', 'NOT_YOURS', qian.calls.phone({ callId }))
      await refusedWith('calls.handOver', 'NOT_YOURS', qian.calls.handOver({ callId, staffId: 'qian' }))
      await refusedWith('calls.log', 'NOT_YOURS', qian.calls.log({ callId, what: 'busy' }))
      await refusedWith('calls.followUp', 'NOT_YOURS', qian.calls.followUp({ callId, note: 'reached' }))
      await refusedWith('calls.close', 'NOT_YOURS', qian.calls.close({ callId, outcome: 'reached' }))
      await refusedWith('cases.begin', 'NOT_YOURS', qian.cases.begin({ caseId, callId, ...red }))
      await refusedWith('calls.handOver', 'STAFF_NOT_FOUND', he.calls.handOver({ callId, staffId: 'nobody' }))
    })
    it('while a follow-up is open, and when none is due', async () => {
      await refusedWith('calls.close', 'FOLLOW_UP_OPEN', he.calls.close({ callId, outcome: 'reached' }))
      for (const note of ['reached', 'not-reached'] as const) dataOf(await he.calls.followUp({ callId, note }))
      await refusedWith('calls.followUp', 'NOTHING_DUE', he.calls.followUp({ callId, note: 'reached' }))
    })
    it('once it is closed, though its end was cut off', async () => {
      await cutOff(() => he.calls.close({ callId, outcome: 'wrong-number' }))
      await refusedWith('calls.accept', 'CALL_CLOSED', qian.calls.accept({ callId }))
      await refusedWith('calls.phone', 'CALL_CLOSED', he.calls.phone({ callId }))
      await refusedWith('calls.handOver', 'CALL_CLOSED', he.calls.handOver({ callId, staffId: 'qian' }))
      await refusedWith('calls.log', 'CALL_CLOSED', he.calls.log({ callId, what: 'busy' }))
      await refusedWith('calls.followUp', 'CALL_CLOSED', he.calls.followUp({ callId, note: 'reached' }))
      await refusedWith('calls.close', 'CALL_CLOSED', he.calls.close({ callId, outcome: 'reached' }))
      await refusedWith('cases.begin', 'CALL_CLOSED', he.cases.begin({ caseId, callId, ...red }))
    })
  })

  describe('the rota refuses', () => {
    const span = { from: '2026-03-12T00:00:00.000Z', until: '2026-03-12T08:00:00.000Z' }
    it('who cannot be on duty, and hours that do not fit', async () => {
      await refusedWith('shifts.add', 'STAFF_NOT_FOUND', he.shifts.add({ staffId: 'nobody', ...span }))
      await refusedWith('shifts.setHead', 'STAFF_NOT_FOUND', he.shifts.setHead({ staffId: 'nobody' }))
      const long = { ...span, until: '2026-03-13T00:00:00.001Z' }
      await refusedWith('shifts.add', 'SHIFT_NOT_FIT', he.shifts.add({ staffId: 'he', ...long }))
      dataOf(await he.shifts.add({ staffId: 'he', ...span }))
      await refusedWith('shifts.add', 'SHIFT_OVERLAPS', qian.shifts.add({ staffId: 'he', ...span }))
    })
    it('to take away what is not there, or is past', async () => {
      await refusedWith('shifts.remove', 'SHIFT_NOT_FOUND', he.shifts.remove({ shiftId: 'gone' }))
      const from = house.clock.now().toISOString()
      const until = new Date(house.clock.now().getTime() + 60_000).toISOString()
      const { id: shiftId } = dataOf(await he.shifts.add({ staffId: 'qian', from, until }))
      house.clock.forward(1)
      await refusedWith('shifts.remove', 'SHIFT_OVER', he.shifts.remove({ shiftId }))
    })
  })

  describe('a case is refused', () => {
    beforeEach(async () => {
      dataOf(await he.cases.begin({ caseId, callId, ...red }))
    })
    it('a second time for one person, or with a look that is too late', async () => {
      await refusedWith('cases.begin', 'CASE_STANDING', he.cases.begin({ caseId: 'another', callId, ...red }))
      const late = { ...red, reviewInDays: 4 }
      await refusedWith('cases.decide', 'REVIEW_TOO_LATE', he.cases.decide({ caseId, ...late }))
      const far = { caseId, ...clinic, followUpInDays: 31 }
      await refusedWith('cases.refer', 'REVIEW_TOO_LATE', he.cases.refer(far))
      const zhao = await asks(await willing(house, `赵${turn}`))
      dataOf(await he.calls.accept({ callId: zhao }))
      const other = { caseId: 'another', callId: zhao, ...late }
      await refusedWith('cases.begin', 'REVIEW_TOO_LATE', he.cases.begin(other))
    })
    it('where it is not there', async () => {
      const gone = { caseId: 'gone' }
      await refusedWith('cases.open', 'CASE_NOT_FOUND', he.cases.open(gone))
      await refusedWith('cases.decide', 'CASE_NOT_FOUND', he.cases.decide({ ...gone, ...red }))
      const over = { ...gone, staffId: 'qian', note: '' }
      await refusedWith('cases.handOver', 'CASE_NOT_FOUND', he.cases.handOver(over))
      await refusedWith('cases.refer', 'CASE_NOT_FOUND', he.cases.refer({ ...gone, ...clinic }))
      const ended = { ...gone, index: 0, result: 'arrived' as const }
      await refusedWith('cases.endReferral', 'CASE_NOT_FOUND', he.cases.endReferral(ended))
      await refusedWith('cases.close', 'CASE_NOT_FOUND', he.cases.close(gone))
    })
    it('to a colleague whose it is not', async () => {
      await refusedWith('cases.decide', 'NOT_YOURS', qian.cases.decide({ caseId, ...red }))
      const over = { caseId, staffId: 'qian', note: '' }
      await refusedWith('cases.handOver', 'NOT_YOURS', qian.cases.handOver(over))
      await refusedWith('cases.handOver', 'STAFF_NOT_FOUND', he.cases.handOver({ ...over, staffId: 'nobody' }))
      await refusedWith('cases.refer', 'NOT_YOURS', qian.cases.refer({ caseId, ...clinic }))
      const ended = { caseId, index: 0, result: 'arrived' as const }
      await refusedWith('cases.endReferral', 'NOT_YOURS', qian.cases.endReferral(ended))
      await refusedWith('cases.endReferral', 'REFERRAL_NOT_FOUND', he.cases.endReferral(ended))
      await refusedWith('cases.close', 'NOT_YOURS', qian.cases.close({ caseId }))
    })
    it('to end before it is green and every referral has ended; and once it is closed, though its end was cut off', async () => {
      await refusedWith('cases.close', 'NOT_GREEN', he.cases.close({ caseId }))
      dataOf(await he.cases.refer({ caseId, ...clinic }))
      dataOf(await he.cases.decide({ caseId, ...green }))
      await refusedWith('cases.close', 'REFERRAL_OPEN', he.cases.close({ caseId }))
      const ended = { caseId, index: 0, result: 'arrived' as const }
      dataOf(await he.cases.endReferral(ended))
      await cutOff(() => he.cases.close({ caseId }))
      await refusedWith('cases.decide', 'CASE_CLOSED', he.cases.decide({ caseId, ...red }))
      await refusedWith('cases.handOver', 'CASE_CLOSED', he.cases.handOver({ caseId, staffId: 'qian', note: '' }))
      await refusedWith('cases.refer', 'CASE_CLOSED', he.cases.refer({ caseId, ...clinic }))
      await refusedWith('cases.endReferral', 'CASE_CLOSED', he.cases.endReferral(ended))
      await refusedWith('cases.close', 'CASE_CLOSED', he.cases.close({ caseId }))
    })
  })

  describe('a drill is refused', () => {
    it('while one is under way, and cannot be stopped when there is none', async () => {
      dataOf(await he.drills.start({}))
      await refusedWith('drills.start', 'DRILL_UNDER_WAY', qian.drills.start({}))
      await refusedWith('drills.stop', 'DRILL_NOT_FOUND', he.drills.stop({ drillId: 'gone' }))
    })
  })
}
