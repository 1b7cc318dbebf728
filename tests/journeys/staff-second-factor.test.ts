import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { secondFactorsStore } from '../../cloudfunctions/_kit/identity'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { codeFor, setUpSecondFactor, wrongCodeFor } from '../house/second-factor'

const password = '竹子和雨声 2026'
const login = 'lisu'

describe('a colleague who sees much about people shows two things', () => {
  let house: House
  let wang: Api
  let visitor: Api
  let joining: string
  let secret: string
  let recoveryCodes: string[]
  const signIn = (code?: string, origin?: string) =>
    house.bearing(undefined, origin).sessions.signIn({ login, password, ...(code && { code }) })

  beforeAll(async () => {
    house = await openHouse('2026-03-10T00:00:00.000Z')
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    visitor = house.bearing()
    const { code } = dataOf(
      await wang.staff.invite({ name: '李素', login, grants: [{ role: 'manager', branchId: 'city' }] }),
    )
    joining = dataOf(await visitor.invitations.accept({ code, password })).token
  })
  afterAll(() => house.close())

  it('with the password alone nothing is open but the setting up', async () => {
    const api = house.bearing(joining)
    expect(dataOf(await api.sessions.me({}))).toMatchObject({ name: '李素', joining: true, roles: [], grants: [] })
    expect(await api.sessions.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await api.unsealings.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await api.branches.mine({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await api.staff.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    const [row] = dataOf(await wang.staff.list({})).rows.filter((each) => each.login === login)
    expect(row).toMatchObject({ joined: true, secondFactor: 'awaited', sessions: 1 })
  })

  it('asked again the secret is a new one, and only the newest counts', async () => {
    const api = house.bearing(joining)
    const first = dataOf(await api.secondFactor.begin({}))
    const second = dataOf(await api.secondFactor.begin({}))
    expect(second.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(second.uri).toContain(`secret=${second.secret}&`)
    expect(first.secret).not.toBe(second.secret)
    expect(await api.secondFactor.confirm({ code: codeFor(first.secret, house) })).toMatchObject({ code: 'WRONG_CODE' })
    expect(dataOf(await signIn())).toMatchObject({ joining: true, roles: [] })
  }, 60_000)

  it('with a first right code the session is whole, and other half-open ones are over', async () => {
    const other = dataOf(await signIn()).token
    const api = house.bearing(joining)
    const set = await setUpSecondFactor(api, house)
    secret = set.secret
    recoveryCodes = set.recoveryCodes
    expect(recoveryCodes).toHaveLength(8)
    for (const code of recoveryCodes) expect(code).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/)
    expect(dataOf(await api.sessions.me({}))).toMatchObject({
      joining: false,
      roles: ['manager'],
      grants: [{ role: 'manager', branchId: 'city', branchName: '市总工会' }],
    })
    expect(await house.bearing(other).sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    const rows = dataOf(await wang.staff.list({})).rows
    expect(rows.find((row) => row.login === login)).toMatchObject({ secondFactor: 'set', sessions: 1 })
  }, 60_000)

  it('what is stored gives away neither the secret nor a recovery code', async () => {
    const dump = JSON.stringify(await house.dump())
    for (const each of [secret, ...recoveryCodes]) expect(dump.includes(each)).toBe(false)
  })

  it('from now on the password asks for the code, and the code of the setting up is used', async () => {
    expect(await signIn()).toMatchObject({ code: 'CODE_NEEDED' })
    expect(await signIn(codeFor(secret, house))).toMatchObject({ code: 'WRONG_CODE' })
    house.clock.forward(1)
    expect(dataOf(await signIn(codeFor(secret, house)))).toMatchObject({ joining: false, roles: ['manager'] })
  }, 60_000)

  it('a code opens one door: of two sign-ins at the same instant one wins, and none after', async () => {
    house.clock.forward(1)
    const code = codeFor(secret, house)
    const replies = await Promise.all([signIn(code), signIn(code)])
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['OK', 'WRONG_CODE'])
    expect(await signIn(code)).toMatchObject({ code: 'WRONG_CODE' })
    expect(await signIn(codeFor(secret, house, -1))).toMatchObject({ code: 'WRONG_CODE' })
    expect((await signIn(codeFor(secret, house, 1))).ok).toBe(true)
  }, 60_000)

  it('a recovery code works once, in any case of letters', async () => {
    const [first = ''] = recoveryCodes
    expect((await signIn(first.toUpperCase())).ok).toBe(true)
    expect(await signIn(first)).toMatchObject({ code: 'WRONG_CODE' })
    expect((await house.database.open(secondFactorsStore).get(login))?.recovery).toHaveLength(7)
  }, 60_000)

  it('the right password without the code is no way round the lock, and none to guess codes behind it', async () => {
    house.clock.forward(24 * 60)
    const elsewhere = (code?: string) => signIn(code, 'an address far away')
    const codes: string[] = []
    for (let time = 0; time < 5; time++) codes.push(((await elsewhere()) as { code: string }).code)
    expect(codes).toEqual(Array(5).fill('CODE_NEEDED'))
    expect(await elsewhere(codeFor(secret, house))).toMatchObject({ code: 'LOCKED_OUT' })
  }, 60_000)

  it('wrong codes lock wherever they come from, since six digits do not bear many guesses', async () => {
    house.clock.forward(24 * 60)
    const heard: string[] = []
    for (let time = 0; time < 6; time++)
      heard.push(((await signIn(wrongCodeFor(secret, house), `address ${time}`)) as { code: string }).code)
    expect(heard).toEqual([...Array(5).fill('WRONG_CODE'), 'LOCKED_OUT'])
    expect(await signIn(codeFor(secret, house), 'her own address')).toMatchObject({ code: 'LOCKED_OUT' })
    house.clock.forward(2)
    expect((await signIn(codeFor(secret, house), 'her own address')).ok).toBe(true)
  }, 60_000)

  it('a new link kills the factor: she sets up another, and the old one opens nothing', async () => {
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    const old = (await house.dump()).dataKeys?.length ?? 0
    const { code } = dataOf(await wang.staff.relink({ staffId: login }))
    expect(await house.database.open(secondFactorsStore).get(login)).toBeUndefined()
    expect((await house.dump()).dataKeys).toHaveLength(old - 1)
    const again = dataOf(await visitor.invitations.accept({ code, password }))
    expect(again.joining).toBe(true)
    const fresh = await setUpSecondFactor(house.bearing(again.token), house)
    house.clock.forward(1)
    expect(await signIn(codeFor(secret, house))).toMatchObject({ code: 'WRONG_CODE' })
    expect(await signIn(recoveryCodes[1])).toMatchObject({ code: 'WRONG_CODE' })
    expect((await signIn(codeFor(fresh.secret, house))).ok).toBe(true)
  }, 60_000)

  it('somebody who is given such a role sets one up at the next sign-in', async () => {
    const editor = [{ role: 'editor' as const, branchId: 'city' }]
    const { code } = dataOf(await wang.staff.invite({ name: '赵一', login: 'zhaoyi', grants: editor }))
    expect(dataOf(await visitor.invitations.accept({ code, password }))).toMatchObject({
      joining: false,
      roles: ['editor'],
    })
    dataOf(await wang.staff.change({ staffId: 'zhaoyi', grants: [...editor, { role: 'manager', branchId: 'city' }] }))
    expect(dataOf(await visitor.sessions.signIn({ login: 'zhaoyi', password }))).toMatchObject({ joining: true })
  }, 60_000)

  it('an unknown login, a wrong password, a missing code and a wrong code cost one hash each', async () => {
    house.clock.forward(24 * 60)
    const hashes = vi.spyOn(crypto, 'scrypt')
    syncBuiltinESMExports()
    try {
      const cost = async (reply: () => Promise<{ ok: boolean }>) => {
        hashes.mockClear()
        const heard = (await reply()) as { code?: string }
        return [heard.code, hashes.mock.calls.length]
      }
      const from = house.bearing(undefined, 'counted')
      expect([
        await cost(() => from.sessions.signIn({ login: 'nobody-here', password })),
        await cost(() => from.sessions.signIn({ login, password: 'not the password' })),
        await cost(() => from.sessions.signIn({ login, password })),
        await cost(() => from.sessions.signIn({ login, password, code: wrongCodeFor(secret, house) })),
      ]).toEqual([
        ['WRONG_LOGIN', 1],
        ['WRONG_LOGIN', 1],
        ['CODE_NEEDED', 1],
        ['WRONG_CODE', 1],
      ])
    } finally {
      hashes.mockRestore()
      syncBuiltinESMExports()
    }
  }, 60_000)
})
