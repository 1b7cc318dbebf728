import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { membershipsStore } from '../../cloudfunctions/_kit/identity'
import { ledgerStore } from '../../cloudfunctions/_kit/ledger'
import { receiptSeal } from '../../cloudfunctions/people/receipts'
import { destructionsStore } from '../../cloudfunctions/people/store'
import type { Api } from '../../src/contract/client'
import { done } from '../../src/domain/result'
import { type Stage, setStage } from '../contract/stage'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const HEPING = 'city.heping'

describe('seeing who stands behind a pseudonym', () => {
  let house: House
  let he: Api
  let gao: Api
  let auditor: Api
  let lin: Stage
  beforeAll(async () => {
    house = await openHouse()
    lin = await setStage(house, HEPING, 'nobody')
    he = await house.staffIn('hexin', '何欣', [{ role: 'supervisor', branchId: HEPING }])
    gao = await house.staff('gaoyuan', '高远', 'supervisor')
    auditor = await house.staffIn('zhengshen', '郑审', [{ role: 'auditor', branchId: HEPING }])
  })
  afterAll(() => house.close())
  const request = () => he.unsealings.request({ pseudonym: lin.pseudonym, reason: 'danger-to-life' })
  const ledgerOf = async ({ personId }: Stage) =>
    (await house.database.open(ledgerStore).find({ index: 'byPerson', where: { personId }, limit: 100 })).rows

  it('takes two people, shows as little as it must, and stands in the ledger each time', async () => {
    const { unsealingId, expiresAt } = dataOf(await request())
    expect(expiresAt).toBe('2026-03-11T02:00:00.000Z')
    expect(dataOf(await request())).toEqual({ unsealingId, expiresAt })
    expect(dataOf(await gao.unsealings.list({})).rows).toContainEqual(
      expect.objectContaining({ id: unsealingId, state: 'asked', byName: '何欣', own: false }),
    )
    dataOf(await gao.unsealings.approve({ unsealingId }))
    const seen = dataOf(await he.unsealings.open({ unsealingId }))
    expect(seen).toEqual({
      pseudonym: lin.pseudonym,
      nickname: lin.nickname,
      branchPath: ['市总工会', `单位${lin.mark}`],
      memberSince: house.clock.now().toISOString(),
    })
    dataOf(await he.unsealings.open({ unsealingId }))
    expect((await ledgerOf(lin)).map(({ seq, what, twoPeople }) => [seq, what, twoPeople])).toEqual([
      [1, 'profiles', true],
      [2, 'memberships', true],
      [3, 'profiles', true],
      [4, 'memberships', true],
    ])
  })
  it('is over an hour after it was agreed to', async () => {
    const [open] = dataOf(await he.unsealings.list({})).rows.filter(({ own }) => own)
    expect(open).toMatchObject({ state: 'approved', expiresAt: '2026-03-10T03:00:00.000Z' })
    house.clock.forward(60)
    const unsealingId = open?.id ?? ''
    expect(await he.unsealings.open({ unsealingId })).toMatchObject({ code: 'UNSEALING_NOT_FOUND' })
    expect(dataOf(await he.unsealings.list({})).rows.filter(({ own }) => own)).toEqual([])
  })
  it('is over when a colleague turns it down', async () => {
    const { unsealingId } = dataOf(await request())
    dataOf(await gao.unsealings.decline({ unsealingId }))
    expect(await gao.unsealings.approve({ unsealingId })).toMatchObject({ code: 'UNSEALING_NOT_FOUND' })
    expect(await he.unsealings.open({ unsealingId })).toMatchObject({ code: 'UNSEALING_NOT_FOUND' })
  })
  it('ends for whoever has no reach over the branch the person went to since', async () => {
    const { unsealingId } = dataOf(await request())
    dataOf(await gao.unsealings.approve({ unsealingId }))
    const before = await ledgerOf(lin)
    const move = (branchId: string) =>
      house.database
        .open(membershipsStore)
        .change(lin.personId, (current) =>
          done(current ? { write: { ...current, branchId }, reply: true } : { reply: false }),
        )
    await move('city.tiexi')
    expect(await he.unsealings.open({ unsealingId })).toMatchObject({ code: 'UNSEALING_NOT_FOUND' })
    expect(await ledgerOf(lin)).toEqual(before)
    await move(HEPING)
    dataOf(await gao.unsealings.decline({ unsealingId }))
  })
  it('is seen by the auditor: who, when and why, and never whose it was', async () => {
    const { rows } = dataOf(await auditor.audit.readings({}))
    const byHer = rows.filter(({ byName }) => byName === '何欣')
    expect(byHer.map(({ what }) => what).sort()).toEqual(['代号和昵称', '代号和昵称', '所在单位', '所在单位'])
    for (const row of byHer)
      expect(row).toMatchObject({ approvedByName: '高远', reason: 'danger-to-life', branchName: `单位${lin.mark}` })
    const acts = dataOf(await auditor.audit.acts({})).rows
    expect(acts.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['unsealing-asked', 'unsealing-approved', 'unsealing-declined']),
    )
    const told = JSON.stringify([byHer, acts.filter(({ what }) => what.startsWith('unsealing'))])
    for (const secret of [lin.personId, lin.pseudonym, lin.nickname]) expect(told).not.toContain(secret)
  })
})

describe('the auditor', () => {
  let house: House
  let auditor: Api
  beforeAll(async () => {
    house = await openHouse()
    auditor = await house.staff('zhengshen', '郑审', 'auditor')
  })
  afterAll(() => house.close())

  it('goes through every ledger, a page at a time, and learns nobody’s id by it', async () => {
    const he = await house.staff('hexin', '何欣', 'supervisor')
    const stages: Stage[] = []
    for (let person = 0; person < 22; person++) {
      const stage = await setStage(house, `city.unit${person}`, 'hexin')
      dataOf(await he.unsealings.open({ unsealingId: stage.approvedId }))
      stages.push(stage)
    }
    const walk = async () => {
      const sum = { ledgers: 0, entries: 0, broken: 0 }
      const cursors: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const page = dataOf(await auditor.audit.verify(after ? { after } : {}))
        for (const each of ['ledgers', 'entries', 'broken'] as const) sum[each] += page[each]
        after = page.next
        if (after) cursors.push(after)
      }
      return { ...sum, cursors }
    }
    const whole = await walk()
    // In tens: how many there are exactly would tell how many answered a survey.
    expect(whole).toMatchObject({ ledgers: 20, entries: 40, broken: 0 })
    const read = whole.cursors.flatMap((cursor) => [cursor, Buffer.from(cursor, 'base64url').toString('latin1')])
    for (const { personId } of stages) expect(read.join('\n')).not.toContain(personId)
    const personId = stages[7]?.personId ?? ''
    const entry = (await house.database.open(ledgerStore).find({ index: 'byPerson', where: { personId }, limit: 1 }))
      .rows[0]
    await house.database.open(ledgerStore).remove(entry?.id ?? '')
    // Missed twice: by the end of the chain that names it, and by the auditor's own side.
    expect(await walk()).toMatchObject({ ledgers: 20, broken: 2 })
    expect(await auditor.audit.verify({ after: 'made-up' })).toMatchObject({ code: 'INVALID_INPUT' })
  })
  it('sees how many of each kind went on each day of a month', async () => {
    const destructions = house.database.open(destructionsStore)
    const gone = (day: string, kind: string, count: number) =>
      destructions.insert({ id: `${day}.${kind}.person`, day, kind, by: 'person', count })
    await gone('2026-02-28', 'favourites', 1)
    await gone('2026-03-01', 'favourites', 3)
    await gone('2026-03-31', 'profiles', 2)
    await gone('2026-04-01', 'profiles', 9)
    expect(dataOf(await auditor.audit.destructions({ month: '2026-03' })).rows).toEqual([
      { day: '2026-03-01', title: '收藏', by: 'person', count: 3 },
      { day: '2026-03-31', title: '代号和昵称', by: 'person', count: 2 },
    ])
  })
  it('can tell a genuine receipt from one with a word changed', async () => {
    const facts = {
      number: 'receiptnumber001',
      at: '2026-03-10T02:00:00.000Z',
      kinds: [{ title: '收藏', count: 3 }],
      account: false,
      backupsGoneAt: '2026-03-17T02:00:00.000Z',
    }
    const receipt = { ...facts, seal: receiptSeal(house.keys, facts) }
    expect(dataOf(await auditor.audit.checkReceipt({ receipt }))).toEqual({ genuine: true })
    for (const change of [{ number: 'another' }, { account: true }, { kinds: [{ title: '收藏', count: 4 }] }]) {
      const altered = { ...receipt, ...change }
      expect(dataOf(await auditor.audit.checkReceipt({ receipt: altered }))).toEqual({ genuine: false })
    }
  })
})
