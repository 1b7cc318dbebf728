import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import type { Api } from '../../src/contract/client'
import type { Grant, Role } from '../../src/domain/staff/words'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { setUpSecondFactor } from '../house/second-factor'

const password = 'bamboo and rain'
const city = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId: 'city' }))

let house: House
let wang: Api
let qin: Api
beforeAll(async () => {
  house = await openHouse()
  wang = await house.staff('wang', '王建国', 'manager')
  qin = await house.staff('qin', '秦岚', 'manager')
})
afterAll(() => house.close())

const member = (id: string) => house.database.open(staffStore).get(id)
const rowOf = async (api: Api, id: string) => dataOf(await api.staff.list({})).rows.find((row) => row.id === id)
/** Uses a link and sets up the second factor. */
const joined = async (code: string) => {
  const { token, joining } = dataOf(await house.bearing().invitations.accept({ code, password }))
  if (joining) await setUpSecondFactor(house.bearing(token), house)
  return house.bearing(token)
}

describe('a supervisor', () => {
  it('whose work is handed over leaves it to one who waits for the second manager', async () => {
    await house.staff('gao-sole', '高远', 'supervisor', 'counsellor')
    await house.staff('chen-next', '陈静', 'editor')
    const left = dataOf(await wang.staff.leave({ staffId: 'gao-sole', successorId: 'chen-next' }))
    expect(left.handedOver.map(({ role }) => role)).toEqual(['counsellor'])
    expect(left.waiting.map(({ role }) => role)).toEqual(['supervisor'])
    expect((await member('chen-next'))?.grants).toEqual(city('editor', 'counsellor'))
    dataOf(await qin.staff.approve({ staffId: 'chen-next' }))
    expect((await member('chen-next'))?.grants.map(({ role }) => role).sort()).toEqual([
      'counsellor',
      'editor',
      'supervisor',
    ])
  })

  it('is invited by one manager and let in by another, who alone is given the link', async () => {
    const asked = dataOf(await wang.staff.invite({ name: '刘素琴', login: 'liu', grants: city('supervisor') }))
    expect(asked).toMatchObject({ waiting: true, code: '', expiresAt: '2026-03-17T02:00:00.000Z' })
    expect(await member('liu')).toMatchObject({ active: false, grants: [], passwordHash: '' })
    expect((await rowOf(wang, 'liu'))?.waiting).toMatchObject({ what: 'invited', mine: true, answerable: false })
    expect((await rowOf(qin, 'liu'))?.waiting).toMatchObject({ byName: '王建国', mine: false, answerable: true })
    expect(await wang.staff.approve({ staffId: 'liu' })).toMatchObject({ code: 'NOT_THE_SECOND' })
    const { link } = dataOf(await qin.staff.approve({ staffId: 'liu' }))
    const liu = await joined(link?.code ?? '')
    expect(dataOf(await liu.sessions.me({})).roles).toEqual(['supervisor'])
    expect(await qin.staff.approve({ staffId: 'liu' })).toMatchObject({ code: 'NOTHING_WAITS' })
  }, 60_000)

  it('that was somebody else’s puppet is opened anew by the second manager’s link', async () => {
    const puppet = await joined(
      dataOf(await wang.staff.invite({ name: '陈静', login: 'chen', grants: city('editor') })).code,
    )
    const grants = city('editor', 'supervisor')
    expect(dataOf(await wang.staff.change({ staffId: 'chen', grants }))).toEqual({ waiting: true })
    expect(dataOf(await puppet.sessions.me({})).roles).toEqual(['editor'])
    expect(await wang.staff.change({ staffId: 'chen', grants: city('host') })).toMatchObject({
      code: 'ALREADY_WAITING',
    })
    const { link } = dataOf(await qin.staff.approve({ staffId: 'chen' }))
    expect((await puppet.sessions.me({})).ok).toBe(false)
    const again = await house.bearing().sessions.signIn({ login: 'chen', password })
    expect(again).toMatchObject({ code: 'WRONG_LOGIN' })
    const chen = await joined(link?.code ?? '')
    expect(dataOf(await chen.sessions.me({})).roles).toEqual(['supervisor', 'editor'])
    // From now on it is opened by two: another role needs the second manager, but no new link.
    dataOf(await qin.staff.change({ staffId: 'chen', grants: city('editor', 'supervisor', 'auditor') }))
    expect(dataOf(await wang.staff.approve({ staffId: 'chen' }))).toEqual({ link: null })
  }, 60_000)

  it('gets a new link only by two: it is a take-over of the account', async () => {
    const gao = await house.staff('gao-lost', '高远', 'supervisor')
    expect(dataOf(await wang.staff.relink({ staffId: 'gao-lost' }))).toMatchObject({ waiting: true, code: '' })
    expect((await gao.sessions.me({})).ok).toBe(true)
    expect(await wang.staff.relink({ staffId: 'gao-lost' })).toMatchObject({ code: 'ALREADY_WAITING' })
    const { link } = dataOf(await qin.staff.approve({ staffId: 'gao-lost' }))
    expect((await gao.sessions.me({})).ok).toBe(false)
    await joined(link?.code ?? '')
  }, 60_000)

  it('who left comes back only by two', async () => {
    await house.staff('gao-left', '高远', 'supervisor')
    await house.staff('ma', '马志远', 'supervisor')
    dataOf(await wang.staff.leave({ staffId: 'gao-left' }))
    expect(dataOf(await wang.staff.change({ staffId: 'gao-left', grants: city('supervisor') }))).toEqual({
      waiting: true,
    })
    expect(await member('gao-left')).toMatchObject({ active: false })
    expect(dataOf(await qin.staff.approve({ staffId: 'gao-left' })).link).not.toBeNull()
  })
})

describe('what waits', () => {
  const ask = async () => dataOf(await wang.staff.invite({ name: '孙丽', login: 'sun', grants: city('supervisor') }))

  it('is taken back or declined, and leaves the login free', async () => {
    for (const api of [wang, qin]) {
      await ask()
      dataOf(await api.staff.decline({ staffId: 'sun' }))
      expect(await member('sun')).toBeUndefined()
      expect(await qin.staff.approve({ staffId: 'sun' })).toMatchObject({ code: 'NOTHING_WAITS' })
      expect(await wang.staff.decline({ staffId: 'sun' })).toMatchObject({ code: 'NOTHING_WAITS' })
    }
  })
  it('stands on record: who asked, who agreed, to what', async () => {
    await ask()
    dataOf(await qin.staff.approve({ staffId: 'sun' }))
    const { rows } = dataOf(await (await house.staff('han', '韩雪梅', 'auditor')).audit.acts({}))
    const theirs = rows.filter(({ about }) => about.startsWith('孙丽：'))
    expect(theirs.map(({ what, byName }) => `${what} ${byName}`)).toEqual(
      expect.arrayContaining(['grant-approved 秦岚', 'grant-asked 王建国']),
    )
    expect(theirs.find(({ what }) => what === 'grant-approved')?.about).toMatch(/^孙丽：邀请 .*督导$/)
  })
})

describe('one manager', () => {
  it('behind two names is still one', async () => {
    const { code } = dataOf(await wang.staff.invite({ name: '影子', login: 'shadow', grants: city('manager') }))
    const shadow = await joined(code)
    const deeper = dataOf(await shadow.staff.invite({ name: '影二', login: 'shadow-two', grants: city('manager') }))
    const second = await joined(deeper.code)
    dataOf(await wang.staff.invite({ name: '赵安', login: 'zhao', grants: city('supervisor') }))
    for (const api of [shadow, second]) {
      expect(await api.staff.approve({ staffId: 'zhao' })).toMatchObject({ code: 'NOT_THE_SECOND' })
      expect((await rowOf(api, 'zhao'))?.waiting?.answerable).toBe(false)
    }
    // Taking over the other manager's account does not make its holder another person either.
    const taken = await joined(dataOf(await wang.staff.relink({ staffId: 'qin' })).code)
    expect(await taken.staff.approve({ staffId: 'zhao' })).toMatchObject({ code: 'NOT_THE_SECOND' })
    expect(await wang.staff.invite({ name: '马志远', login: 'sub', grants: city('auditor') })).toMatchObject({
      code: 'SECOND_MANAGER_NEEDED',
    })
    expect(await member('sub')).toBeUndefined()
  }, 60_000)
})

describe('what nobody answered', () => {
  it('is over after seven days', async () => {
    const bai = await house.staff('bai', '白桦', 'manager')
    await house.staff('li', '黎明', 'manager')
    dataOf(await bai.staff.invite({ name: '孙丽', login: 'sun-late', grants: city('supervisor') }))
    house.clock.forward(7 * 24 * 60)
    const late = await house.staff('late', '黎明', 'manager')
    expect(await late.staff.approve({ staffId: 'sun-late' })).toMatchObject({ code: 'NOTHING_WAITS' })
    dataOf(await late.staff.decline({ staffId: 'sun-late' }))
  })
})
