import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { keyIdOf } from '../../cloudfunctions/_kit/sealing'
import { caseCountsStore, casesStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { asks, atWork, willing } from '../house/duty'
import { dutyStories, he, house, lin, name, qian, START, song } from '../house/duty-stories'

const red = { colour: 'red', reason: 'said-so-on-the-phone', reviewInDays: 2 } as const
const green = { colour: 'green', reason: 'is-better', reviewInDays: 30 } as const
const clinic = { level: 'L2', to: '市精神卫生中心', note: '约在周四上午', followUpInDays: 1 } as const

dutyStories()

let callId: string
let caseId: string
let turn = 0
beforeEach(async () => {
  dataOf(await he.shifts.setHead({ staffId: 'song' }))
  caseId = `case-${turn++}`
  callId = await asks(lin)
  dataOf(await he.calls.accept({ callId }))
  dataOf(await he.cases.begin({ caseId, callId, ...red }))
})

const stored = () => house.database.open(casesStore).get(house.keys.hash('person', name))
const listed = async (api: Api, mine = false) =>
  dataOf(await api.cases.list({ mine })).rows.find(({ id }) => id === caseId)
const ledger = async () => dataOf(await lin.privacy.readings({})).rows

describe('a case', () => {
  it('is begun out of a call that the caller holds; asked again it is the same; one a person', async () => {
    dataOf(await he.cases.begin({ caseId, callId, ...red }))
    expect(await he.cases.begin({ caseId: 'another', callId, ...red })).toMatchObject({ code: 'CASE_STANDING' })
    expect(await qian.cases.begin({ caseId: 'another', callId, ...red })).toMatchObject({ code: 'NOT_YOURS' })
    const zhao = await willing(house, `${name}之友`)
    const other = await asks(zhao)
    dataOf(await qian.calls.accept({ callId: other }))
    const both = await Promise.all(
      ['one', 'two'].map((id) => qian.cases.begin({ caseId: `${id}${turn}`, callId: other, ...red })),
    )
    expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CASE_STANDING', 'OK'])
  })
  it('lives on when the call has ended', async () => {
    dataOf(await he.calls.close({ callId, outcome: 'wrong-number' }))
    expect(dataOf(await he.cases.open({ caseId }))).toMatchObject({ colour: 'red', ownerName: '何静', yours: true })
  })
  it('shows in a list when something is due and who sees to it, and nothing else', async () => {
    expect(await listed(qian)).toEqual({
      id: caseId,
      openedAt: START,
      ownerName: '何静',
      yours: false,
      dueAt: '2026-03-12T02:00:00.000Z',
      overdue: false,
    })
    expect(await listed(he, true)).toBeDefined()
    expect(await listed(qian, true)).toBeUndefined()
  })
  it('stands in the person’s ledger each time somebody looks, before it is shown; the owner or another', async () => {
    expect(await ledger()).toEqual([])
    dataOf(await he.cases.open({ caseId }))
    dataOf(await qian.cases.open({ caseId }))
    expect(await ledger()).toMatchObject([{ reason: 'follow-up', role: 'supervisor' }, { reason: 'follow-up' }])
    expect(await qian.cases.decide({ caseId, ...green })).toMatchObject({ code: 'NOT_YOURS' })
    expect(await ledger()).toHaveLength(2)
    dataOf(await he.cases.refer({ caseId, ...clinic }))
    expect(await ledger()).toHaveLength(3)
  })
  it('is known to the person to exist, and its colour neither in what is stored nor in the export nor in a dump', async () => {
    dataOf(await he.cases.refer({ caseId, ...clinic }))
    const { rows } = dataOf(await lin.privacy.stored({}))
    expect(rows.find(({ kind }) => kind === 'cases')).toMatchObject({ count: 1, sealed: true, alone: true })
    const { zip } = dataOf(await lin.privacy.export({}))
    const files = Object.values(unzipSync(Buffer.from(zip, 'base64'))).map((file) => strFromU8(file))
    expect(files.join('\n')).toContain('跟进记录')
    const dumped = JSON.stringify((await house.dump()).cases)
    for (const text of [...files, dumped]) expect(text).not.toMatch(/"red"|said-so-on|市精神卫生中心|周四/)
  })
  it('goes its way: a colour anew, a referral with its day, handed over with a note, ended from green', async () => {
    const referred = dataOf(await he.cases.refer({ caseId, ...clinic }))
    expect(referred).toMatchObject({
      dueAt: '2026-03-11T02:00:00.000Z',
      referrals: [{ byName: '何静', endedAt: null }],
    })
    dataOf(await he.cases.handOver({ caseId, staffId: 'qian', note: '她希望晚上接电话' }))
    expect(await he.cases.close({ caseId })).toMatchObject({ code: 'NOT_YOURS' })
    dataOf(await qian.cases.endReferral({ caseId, index: 0, result: 'arrived' }))
    const shown = dataOf(await qian.cases.decide({ caseId, ...green }))
    expect(shown).toMatchObject({
      colour: 'green',
      decidedByName: '钱宇',
      ownerName: '钱宇',
      handOverNote: '她希望晚上接电话',
      referrals: [{ result: 'arrived', endedAt: START }],
    })
    const keyId = keyIdOf((await stored())?.record ?? '')
    dataOf(await qian.cases.close({ caseId }))
    expect(await stored()).toBeUndefined()
    expect(await isDestroyed(keyId, house.files)).toBe(true)
    expect(JSON.stringify(await house.dump())).not.toContain(keyId)
    expect(await house.database.open(caseCountsStore).get('2026-03-10')).toMatchObject({ closed: 1 })
  })
  it('is written by one of two who change it at the same instant, and nothing of the other is half there', async () => {
    const both = await Promise.all([
      he.cases.refer({ caseId, ...clinic }),
      he.cases.handOver({ caseId, staffId: 'qian', note: '' }),
    ])
    const shown = dataOf(await song.cases.open({ caseId }))
    expect(shown.referrals).toHaveLength(both[0].ok ? 1 : 0)
    expect(shown.ownerName).toBe(both[1].ok ? '钱宇' : '何静')
  })
})

describe('past due it is never without somebody', () => {
  it.each([
    ['2026-03-12T01:59:59.999Z', '何静', false],
    ['2026-03-12T02:00:00.000Z', '何静', true],
    ['2026-03-13T01:59:59.999Z', '何静', true],
    ['2026-03-13T02:00:00.000Z', '宋岚', true],
  ])('at %s it is %s’s, whether the clock ran or not', async (clock, ownerName, overdue) => {
    house.clock.set(clock)
    expect(await listed(qian)).toMatchObject({ ownerName, overdue })
    await house.tick()
    await house.tick()
    expect(await listed(qian)).toMatchObject({ ownerName, overdue })
  })
  it('the clock writes it down once the head has it, who then alone changes it', async () => {
    house.clock.set('2026-03-20T02:00:00.000Z')
    await house.tick()
    expect(await stored()).toMatchObject({ ownerId: 'song' })
    expect(await he.cases.decide({ caseId, ...green })).toMatchObject({ code: 'NOT_YOURS' })
    dataOf(await song.cases.decide({ caseId, ...green }))
  })
  it('whoever owns it and leaves, leaves it to the head at once; with no head it is anybody’s who takes it', async () => {
    await atWork(house, 'he', false)
    expect(await listed(song, true)).toMatchObject({ yours: true, ownerName: '宋岚' })
    await atWork(house, 'song', false)
    expect(await listed(qian, true)).toMatchObject({ yours: true, ownerName: '' })
    dataOf(await qian.cases.decide({ caseId, ...green }))
    expect(await listed(qian)).toMatchObject({ yours: true, ownerName: '钱宇' })
  })
})

it('a person who destroys it leaves nothing to open', async () => {
  dataOf(await lin.privacy.destroy({ number: `receiptnumber${turn}casesx`, kinds: ['cases'], account: false }))
  expect(await he.cases.open({ caseId })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await he.cases.close({ caseId })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await listed(he)).toBeUndefined()
})
