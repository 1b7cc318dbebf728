import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { recordsStore, recordTitlesStore, supervisionsStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { inTalk, writes, writesAll } from '../house/records'

const SAID = '夜里总是醒，和组长有矛盾'
const QUESTION = '她两次提到辞职，要不要谈'

let house: House
let he: Api
let lin: Api
let chatId: string
beforeEach(async () => {
  house = await openHouse('2026-03-10T04:00:00.000Z')
  const talk = await inTalk(house)
  he = talk.he
  lin = talk.lin
  chatId = talk.chatId
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await house.close()
})

const about = () => ({ of: 'chat', ofId: chatId }) as const
const closedRecord = () => writesAll(he, about(), SAID)
const exported = async () => {
  const { zip } = dataOf(await lin.privacy.export({}))
  return strFromU8(unzipSync(Buffer.from(zip, 'base64'))['我的资料.html'] ?? new Uint8Array())
}
const destroyed = (kinds: string[], account = false) =>
  lin.privacy.destroy({ number: 'numbermadebyphone1', kinds, account })

describe('the person', () => {
  it('sees that there is one, how long it stays, who saw it, and has it in the export', async () => {
    const recordId = await closedRecord()
    dataOf(await he.records.open({ recordId }))
    const row = dataOf(await lin.privacy.stored({})).rows.find(({ kind }) => kind === 'records')
    expect(row).toMatchObject({ title: '咨询记录', count: 1, alone: true, floor: expect.stringContaining('三年') })
    const [reading] = dataOf(await lin.privacy.readings({})).rows
    expect(reading).toMatchObject({ reason: 'own-record', role: 'counsellor' })
    const page = await exported()
    expect(page).toContain(SAID)
    expect(page).toContain('随手记（何静）')
  })

  it('destroys it: until its day it is sealed for everybody, then it goes', async () => {
    const recordId = await closedRecord()
    const closedAt = house.clock.now()
    dataOf(await he.records.askSupervision({ recordId, question: QUESTION }))
    const personId = house.keys.hash('person', '林')
    dataOf(await destroyed(['records']))
    expect(await he.records.open({ recordId })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect(dataOf(await he.records.list({})).rows).toEqual([])
    const { records, recordTitles, supervisions } = await house.dump(personId)
    expect([records, recordTitles, supervisions]).toEqual([[], [], []])
    const sealed = await house.database
      .open(recordsStore)
      .find({ index: 'bySealedUntil', range: { from: '0' }, limit: 100 })
    const [kept] = sealed.rows.filter((one) => one.closedAt === closedAt.toISOString())
    expect(kept?.sealedUntil).toBe(new Date(new Date(closedAt).setUTCFullYear(2029)).toISOString())
    expect(await exported()).not.toContain(SAID)

    house.clock.set(new Date(Date.parse(kept?.sealedUntil ?? '') - 60_000).toISOString())
    await house.tick()
    expect(await house.database.open(recordsStore).get(kept?.id ?? '')).toBeDefined()
    const keysBefore = await house.database.open(dataKeysStore).count({ index: 'byWrapping' })
    house.clock.set(new Date(Date.parse(kept?.sealedUntil ?? '') + 60 * 60_000).toISOString())
    await house.tick()
    expect(await house.database.open(recordsStore).get(kept?.id ?? '')).toBeUndefined()
    expect(await house.database.open(dataKeysStore).count({ index: 'byWrapping' })).toBeLessThan(keysBefore)
  })

  it('leaves altogether: what a law keeps points at nobody', async () => {
    await closedRecord()
    const personId = house.keys.hash('person', '林')
    dataOf(await destroyed([], true))
    house.clock.forward(4)
    await house.tick()
    expect(JSON.stringify(await house.dump())).not.toContain(personId)
    expect(JSON.stringify(await house.dump())).not.toContain(chatId)
  })
})

describe('the clock', () => {
  it.each([
    ['national', 3],
    ['shenzhen', 10],
  ])('in %s closes a draft after thirty days, and ends it when its %i years are over', async (region, amount) => {
    vi.stubEnv('XINYI_REGION', region)
    const { recordId } = await writes(he, about(), SAID)
    dataOf(await he.records.askSupervision({ recordId, question: QUESTION }))
    const titles = house.database.open(recordTitlesStore)
    const state = async () => (await titles.get(recordId))?.state
    const start = house.clock.now()
    const at = async (instant: Date) => {
      house.clock.set(instant.toISOString())
      await house.tick()
    }
    await at(daysLater(start, 29.9))
    expect(await state()).toBe('draft')
    await at(daysLater(start, 30.1))
    expect(await state()).toBe('closed')
    const closedAt = house.clock.now()
    const years = (minutes: number) => {
      const end = new Date(closedAt)
      end.setUTCFullYear(end.getUTCFullYear() + amount)
      return new Date(end.getTime() + minutes * 60_000)
    }
    await at(years(-10))
    expect(await state()).toBe('closed')
    await at(years(61))
    expect(await state()).toBeUndefined()
    he = await house.staff('he', '何静', 'counsellor')
    expect(await he.records.open({ recordId })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect(await house.database.open(supervisionsStore).count({ index: 'byAsker', where: { askedBy: 'he' } })).toBe(0)
  })
})
