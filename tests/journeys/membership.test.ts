import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsStore } from '../../cloudfunctions/_kit/attempts'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { membershipsStore } from '../../cloudfunctions/_kit/identity'
import type { Api } from '../../src/contract/client'
import { type Grown, growBranches, importAll, lineOf } from '../house/branches'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const identity = '11010519491231002X'
const shared = '13800138000'

/** As it travels, without the number of the request. */
const heard = async (reply: Promise<object>) => {
  const { requestId: _, ...rest } = (await reply) as { requestId?: string }
  return JSON.stringify(rest)
}

describe('proving where one works', () => {
  let house: House
  let wang: Api
  let grown: Grown
  let code: string

  beforeAll(async () => {
    house = await openHouse()
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    grown = await growBranches(wang)
    await importAll(wang, { branchId: grown.tractors, importId: 'thelistoftheworks' }, [
      [
        lineOf({ card: 'SY0001', identity, phone: shared }),
        lineOf({ branchCode: 'east-gate', card: 'SY0002' }),
        ...Array.from({ length: 40 }, (_, number) => lineOf({ card: `SY01${String(number).padStart(2, '0')}` })),
      ],
    ])
    code = dataOf(await wang.branches.newCode({ branchId: grown.station, days: 7 })).code
  })
  afterAll(() => house.close())

  it('is not needed to be here', async () => {
    expect(dataOf(await house.employee('林').membership.show({}))).toEqual({ member: null })
  })

  it('works with a code, typed as people type', async () => {
    const lin = house.employee('林')
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `
    const { member } = dataOf(await lin.membership.proveByCode({ code: typed }))
    expect(member).toEqual({
      path: [
        { kind: 'city', name: '市总工会' },
        { kind: 'district', name: '和平区总工会' },
        { kind: 'unit', name: '拖拉机厂工会' },
        { kind: 'station', name: '东门驿站' },
      ],
      since: house.clock.now().toISOString(),
    })
    expect(dataOf(await lin.membership.show({})).member).toEqual(member)
  })

  it('works with each kind of number, whatever it looks like', async () => {
    const proofs = [
      ['card', ' sy-0001 '],
      ['identity', '110105 19491231 002x'],
      ['phone', '+86 138 0013 8000'],
    ] as const
    for (const [kind, number] of proofs) {
      const { member } = dataOf(await house.employee(`by ${kind}`).membership.proveByNumber({ kind, number }))
      expect(member?.path.at(-1)?.name).toBe('拖拉机厂工会')
    }
  })

  it('keeps who it is and by what it was proved apart: no number is stored, and no number says whose it is', async () => {
    const dump = await house.dump()
    const text = JSON.stringify([dump, house.logged])
    for (const number of [identity, shared, 'SY0001', code, code.replace('-', '')])
      expect(text.includes(number), number).toBe(false)
    const people = (dump.memberships as { personId: string }[]).map(({ personId }) => personId)
    expect(people).toHaveLength(4)
    for (const person of people) expect(JSON.stringify([dump.roll, dump.branchCodes])).not.toContain(person)
  })

  it('answers alike for a number that is not in the list, malformed, used up, or of a closed branch', async () => {
    for (let use = 0; use < 4; use++)
      dataOf(await house.employee(`family ${use}`).membership.proveByNumber({ kind: 'phone', number: shared }))
    const codeOfHospital = dataOf(await wang.branches.newCode({ branchId: grown.hospital, days: 7 })).code
    await importAll(wang, { branchId: grown.hospital, importId: 'thelistofhospital' }, [[lineOf({ card: 'RM0001' })]])
    dataOf(await wang.branches.close({ branchId: grown.hospital }))
    const asker = house.employee('somebody curious')
    const told = [
      await heard(asker.membership.proveByNumber({ kind: 'phone', number: shared })),
      await heard(asker.membership.proveByNumber({ kind: 'phone', number: '13900139000' })),
      await heard(asker.membership.proveByNumber({ kind: 'phone', number: 'not a number' })),
      await heard(asker.membership.proveByNumber({ kind: 'identity', number: '110105194912310021' })),
      await heard(asker.membership.proveByNumber({ kind: 'card', number: 'RM0001' })),
      await heard(asker.membership.proveByCode({ code: codeOfHospital })),
      await heard(asker.membership.proveByCode({ code: '00000-00000' })),
      await heard(asker.membership.proveByCode({ code: '?' })),
    ]
    expect(new Set(told)).toEqual(new Set(['{"ok":false,"code":"NOT_PROVED"}']))
  })

  it('leaves no key behind for somebody who proved nothing', async () => {
    const keyId = dataKeyId(membershipsStore, house.keys.hash('person', 'somebody curious'), house.keys)
    expect(await house.database.open(dataKeysStore).get(keyId)).toBeUndefined()
  })

  it('gives the last use of a number to one of two who ask at the same instant', async () => {
    for (let use = 0; use < 4; use++)
      dataOf(await house.employee(`card ${use}`).membership.proveByNumber({ kind: 'card', number: 'SY0002' }))
    const replies = await Promise.all(
      ['one', 'other'].map((name) => house.employee(name).membership.proveByNumber({ kind: 'card', number: 'SY0002' })),
    )
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['NOT_PROVED', 'OK'])
  })

  it('makes one membership of two proofs at the same instant', async () => {
    const both = house.employee('in two windows')
    const replies = await Promise.all([
      both.membership.proveByNumber({ kind: 'card', number: 'SY0100' }),
      both.membership.proveByCode({ code }),
    ])
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['ALREADY_MEMBER', 'OK'])
  })

  it('can be taken back: the membership goes, and its key is written down as destroyed first', async () => {
    const lin = house.employee('林')
    const personId = house.keys.hash('person', '林')
    const key = await house.database.open(dataKeysStore).get(dataKeyId(membershipsStore, personId, house.keys))
    dataOf(await lin.membership.leave({}))
    expect(await house.database.open(membershipsStore).get(personId)).toBeUndefined()
    expect(await house.database.open(dataKeysStore).get(key?.id ?? '')).toBeUndefined()
    expect(await isDestroyed(key?.keyId ?? '', house.files)).toBe(true)
    expect(await lin.membership.leave({})).toMatchObject({ code: 'MEMBERS_ONLY' })
    dataOf(await lin.membership.proveByCode({ code }))
  })

  it('ends with the code: a day too late it opens nothing', async () => {
    house.clock.forward(7 * 24 * 60)
    expect(await house.employee('late').membership.proveByCode({ code })).toMatchObject({ code: 'NOT_PROVED' })
    await house.tick()
    house.clock.forward(2 * 24 * 60)
    await house.tick()
    expect(JSON.stringify((await house.dump()).branchCodes)).not.toContain(grown.station)
  })
})

describe('guessing', () => {
  let house: House
  let wang: Api
  let grown: Grown

  beforeAll(async () => {
    house = await openHouse()
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    grown = await growBranches(wang)
    await importAll(wang, { branchId: grown.tractors, importId: 'thelistoftheworks' }, [
      [lineOf({ card: 'SY0001' }), lineOf({ card: 'SY0002' })],
    ])
  })
  afterAll(() => house.close())

  const codesOf = async (times: number, ask: (time: number) => Promise<{ ok: boolean; code?: string }>) => {
    const heard: string[] = []
    for (let time = 0; time < times; time++) {
      const reply = await ask(time)
      heard.push(reply.ok ? 'OK' : (reply.code ?? ''))
    }
    return heard
  }
  const counts = (codes: string[]) =>
    Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]))

  it('ends after ten tries of one person, by code or number, and then even the right one is not looked at', async () => {
    const { code } = dataOf(await wang.branches.newCode({ branchId: grown.tractors, days: 7 }))
    const guesser = house.employee('a guesser')
    const heard = await codesOf(12, (time) =>
      time % 2
        ? guesser.membership.proveByCode({ code: `0000${time % 10}-00000` })
        : guesser.membership.proveByNumber({ kind: 'card', number: `SY9${String(time).padStart(3, '0')}` }),
    )
    expect(counts(heard)).toEqual({ NOT_PROVED: 10, TOO_MANY_TRIES: 2 })
    expect(await guesser.membership.proveByCode({ code })).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await guesser.membership.proveByNumber({ kind: 'card', number: 'SY0001' })).toMatchObject({
      code: 'TOO_MANY_TRIES',
    })
    house.clock.forward(61)
    dataOf(await guesser.membership.proveByCode({ code }))
  })

  it('with a hundred people at one number ends for all of them, in the list or not', async () => {
    const ask = (number: string) => (time: number) =>
      house.employee(`${number} ${time}`).membership.proveByNumber({ kind: 'card', number })
    expect(counts(await codesOf(14, ask('SY7777')))).toEqual({ NOT_PROVED: 10, TOO_MANY_TRIES: 4 })
    expect(counts(await codesOf(14, ask('SY0002')))).toEqual({ OK: 5, NOT_PROVED: 5, TOO_MANY_TRIES: 4 })
  })

  it('of codes from one address ends, whoever asks, and another address goes on', async () => {
    house.clock.forward(61)
    const { key } = dataOf(await house.bearing(undefined, 'home').devices.enrol({}))
    await house.useUp('prove', 'a guessing address')
    expect(
      await house.bearing(key, 'a guessing address').membership.proveByCode({ code: '00000-00000' }),
    ).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await house.bearing(key, 'home').membership.proveByCode({ code: '00000-00000' })).toMatchObject({
      code: 'NOT_PROVED',
    })
    const fresh = Array.from({ length: 301 }, (_, number) => `stranger ${number}`)
    const heard = await codesOf(fresh.length, (time) =>
      house.employee(fresh[time] ?? '').membership.proveByCode({ code: '00000-00000' }),
    )
    expect(counts(heard)).toEqual({ NOT_PROVED: 300, TOO_MANY_TRIES: 1 })
  }, 60_000)

  it('leaves only hashes of what was tried', async () => {
    const tried = await house.database.open(attemptsStore).find({ index: 'byLast', limit: 100 })
    expect(tried.rows.length).toBeGreaterThan(0)
    const attempts = JSON.stringify((await house.dump()).attempts)
    for (const text of ['SY0001', 'SY0002', 'SY7777', '00000-00000', '"a guesser"', 'an address'])
      expect(attempts.includes(text), text).toBe(false)
  })
})
