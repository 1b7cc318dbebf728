import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callsStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { dataOf } from '../house/data-of'
import { newCallId, onDuty, PHONE, supervisor } from '../house/duty'
import { type House, openHouse } from '../house/open-house'
import { asks, counsellor, opensUp } from '../house/talking'

let house: House
let xu: Api
let he: Api
let lin: Api
let name: string
let chatId: string
let turn = 0
beforeAll(async () => {
  house = await openHouse('2026-03-10T04:00:00.000Z')
  he = await supervisor(house, 'he', '何静')
  await onDuty(house, he, 'he')
  xu = await counsellor(house, 'xu', '许愿')
})
afterAll(() => house.close())
beforeEach(async () => {
  name = `林${turn++}`
  lin = await opensUp(house, name)
  chatId = await asks(lin)
  dataOf(await xu.workbench.accept({ chatId }))
})

const NOTE = '说到今晚一个人在家，药就放在手边'
const referral = (more: { ground?: 'agreed' | 'danger'; callId?: string } = {}) =>
  ({ callId: newCallId(), of: 'chat', ofId: chatId, ground: 'danger', note: NOTE, ...more }) as const
const inQueue = async () => dataOf(await he.calls.queue({ state: 'open' })).rows
const stored = () => house.database.open(callsStore).get(house.keys.hash('person', name))
const theirNotices = async () => {
  house.clock.forward(1)
  await house.tick()
  return dataOf(await lin.notices.list({})).rows.map(({ kind }) => kind)
}

describe('somebody whom a counsellor hands on', () => {
  it('stands in the queue of those on duty, with who asked and without a number, a word, or whose it is', async () => {
    const before = (await inQueue()).length
    dataOf(await xu.calls.refer(referral()))
    const rows = await inQueue()
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toMatchObject({ state: 'waiting', hasNumber: false, referredByName: '许愿' })
    expect(rows.at(-1)?.turnEndsAt).not.toBeNull()
    expect(JSON.stringify(rows)).not.toContain(NOTE)
    expect(JSON.stringify(await house.dump())).not.toContain(NOTE)
  })

  it('is told at once, and reads in 「谁看过我」 who looked at what was written', async () => {
    dataOf(await xu.calls.refer(referral()))
    expect(await theirNotices()).toContain('call-referred')
    const callId = (await stored())?.callId ?? ''
    dataOf(await he.calls.accept({ callId }))
    expect(dataOf(await he.calls.phone({ callId }))).toEqual({ phone: '', referral: { ground: 'danger', note: NOTE } })
    const [line] = dataOf(await lin.privacy.readings({})).rows
    expect(line).toMatchObject({ reason: 'referred', role: 'supervisor' })
  })

  it('asked again after a lost answer is handed on once', async () => {
    const once = referral()
    const before = (await inQueue()).length
    for (let time = 0; time < 3; time++) dataOf(await xu.calls.refer(once))
    await Promise.all([1, 2, 3].map(() => xu.calls.refer(once)))
    expect(await inQueue()).toHaveLength(before + 1)
    expect((await theirNotices()).filter((kind) => kind === 'call-referred')).toHaveLength(1)
  })

  it('has promised nobody a call, and may leave a number, which joins it', async () => {
    dataOf(await xu.calls.refer(referral({ ground: 'agreed' })))
    expect(dataOf(await lin.calls.mine({})).call).toBeNull()
    const callId = (await stored())?.callId ?? ''
    dataOf(await he.calls.accept({ callId }))
    dataOf(await lin.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
    const asked = { callId: newCallId(), phone: PHONE }
    dataOf(await lin.calls.ask(asked))
    dataOf(await lin.calls.ask(asked))
    expect(await lin.calls.ask({ ...asked, callId: newCallId() })).toMatchObject({ code: 'CALL_WAITING' })
    expect(dataOf(await lin.calls.mine({})).call).toMatchObject({ id: callId, state: 'accepted' })
    expect(dataOf(await he.calls.phone({ callId }))).toEqual({
      phone: PHONE,
      referral: { ground: 'agreed', note: NOTE },
    })
  })

  it('who asked to be called already has what the counsellor wrote added to it', async () => {
    dataOf(await lin.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
    dataOf(await lin.calls.ask({ callId: newCallId(), phone: PHONE }))
    const before = (await inQueue()).length
    dataOf(await xu.calls.refer(referral()))
    const rows = await inQueue()
    expect(rows).toHaveLength(before)
    const callId = (await stored())?.callId ?? ''
    expect(rows.find(({ id }) => id === callId)).toMatchObject({ hasNumber: true, referredByName: '许愿' })
    dataOf(await he.calls.accept({ callId }))
    expect(dataOf(await he.calls.phone({ callId })).phone).toBe(PHONE)
  })

  it('may have a case begun about them by whoever accepted, and nothing of the referral is left once it is closed', async () => {
    dataOf(await xu.calls.refer(referral()))
    const callId = (await stored())?.callId ?? ''
    dataOf(await he.calls.accept({ callId }))
    const decision = { colour: 'red', reason: 'was-harmed', reviewInDays: 2 } as const
    dataOf(await he.cases.begin({ caseId: `case${callId}`, callId, ...decision }))
    dataOf(await he.calls.close({ callId, outcome: 'wrong-number' }))
    expect(await stored()).toBeUndefined()
    expect(JSON.stringify(await house.dump('notices'))).not.toContain(callId)
  })

  it('by a colleague who has nothing to do with them is not found', async () => {
    const gao = await counsellor(house, 'gao', '高远')
    expect(await gao.calls.refer(referral())).toMatchObject({ code: 'CONVERSATION_NOT_FOUND' })
  })
})
