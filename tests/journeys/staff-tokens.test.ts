import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionsStore } from '../../cloudfunctions/_kit/identity'
import { secretId } from '../../cloudfunctions/_kit/keys'
import type { Api } from '../../src/contract/client'
import { names } from '../../src/contract/routes'
import type { Grant, Role } from '../../src/domain/staff/words'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { setUpSecondFactor } from '../house/second-factor'

const password = '竹子和雨声 2026'
const cityWide = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId: 'city' }))

describe('a token', () => {
  let house: House
  let wang: Api
  let visitor: Api
  const nobody = async (bearer: string) =>
    expect(await house.bearing(bearer).sessions.me({}), bearer).toMatchObject({ code: 'SIGN_IN_NEEDED' })
  const signIn = async () => dataOf(await visitor.sessions.signIn({ login: 'chen', password })).token

  beforeAll(async () => {
    house = await openHouse()
    visitor = house.bearing()
    wang = await house.staff('wang', '王建国', 'manager')
    await house.staff('zhou', '周敏', 'editor')
    const { code } = dataOf(await wang.staff.invite({ name: '陈静', login: 'chen', grants: cityWide('editor') }))
    dataOf(await visitor.invitations.accept({ code, password }))
  })
  afterAll(() => house.close())

  it('that was made up is nobody’s', async () => {
    for (let time = 0; time < 5; time++) await nobody(`s_${randomBytes(32).toString('base64url')}`)
    const token = await signIn()
    await nobody(token.slice(0, -1))
    await nobody(`${token}A`)
    await nobody(`d_${token.slice(2)}`)
    await nobody(token.toUpperCase())
  }, 60_000)

  it('is not what the database knows it by: a stolen table opens nothing', async () => {
    const token = await signIn()
    const stored = (await house.database.open(sessionsStore).get(secretId(token)))?.id ?? ''
    expect(stored).not.toBe('')
    for (const bearer of [stored, `s_${stored}`, `s_${Buffer.from(stored, 'hex').toString('base64url')}`])
      await nobody(bearer)
    expect((await house.bearing(token).sessions.me({})).ok).toBe(true)
  }, 60_000)

  it('is no one-time link, and a one-time link or an employee’s key is no token', async () => {
    const { code } = dataOf(await wang.staff.invite({ name: '钱二', login: 'qian', grants: cityWide('manager') }))
    await nobody(code)
    await nobody(`s_${code.slice(2)}`)
    const token = await signIn()
    expect(await visitor.invitations.open({ code: token })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
    expect(await visitor.invitations.accept({ code: token, password })).toMatchObject({
      code: 'INVITATION_NOT_VALID',
    })
    const { key } = dataOf(await visitor.devices.enrol({}))
    await nobody(`s_${key.slice(2)}`)
    expect(await house.bearing(key).staff.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
  }, 60_000)

  it('that was signed out, revoked, ended by a manager or left behind is shown in vain', async () => {
    const signedOut = await signIn()
    dataOf(await house.bearing(signedOut).sessions.signOut({}))
    await nobody(signedOut)

    const [kept, revoked] = [await signIn(), await signIn()]
    dataOf(await house.bearing(kept).sessions.revoke({ sessionId: secretId(revoked) }))
    await nobody(revoked)

    const ended = await signIn()
    dataOf(await wang.staff.endSession({ staffId: 'chen', sessionId: secretId(ended) }))
    await nobody(ended)
    expect((await house.bearing(kept).sessions.me({})).ok).toBe(true)

    dataOf(await wang.staff.signOutEverywhere({ staffId: 'chen' }))
    await nobody(kept)

    const last = await signIn()
    dataOf(await wang.staff.leave({ staffId: 'chen' }))
    await nobody(last)
    expect(await visitor.sessions.signIn({ login: 'chen', password })).toMatchObject({ code: 'WRONG_LOGIN' })
  }, 60_000)

  it('of a session whose second factor is still to come opens nothing else of all there is', async () => {
    const { code } = dataOf(await wang.staff.invite({ name: '孙三', login: 'sun', grants: cityWide('manager') }))
    const { token, joining } = dataOf(await visitor.invitations.accept({ code, password }))
    expect(joining).toBe(true)
    const api = house.bearing(token) as unknown as Record<
      string,
      Record<string, (data: unknown) => Promise<{ ok: boolean; code?: string }>>
    >
    const letIn: string[] = []
    for (const [feature, actions] of Object.entries(names))
      for (const action of Object.keys(actions)) {
        if (`${feature}.${action}` === 'sessions.signOut') continue
        const reply = await api[feature]?.[action]?.({})
        if (reply?.code !== 'NOT_ALLOWED') letIn.push(`${feature}.${action}`)
      }
    expect(letIn.sort()).toEqual([
      'invitations.accept',
      'invitations.open',
      'secondFactor.begin',
      'secondFactor.confirm',
      'sessions.me',
      'sessions.signIn',
    ])
    await setUpSecondFactor(house.bearing(token), house)
    expect((await house.bearing(token).staff.list({})).ok).toBe(true)
  }, 60_000)
})
