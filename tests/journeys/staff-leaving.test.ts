import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { invitationsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { newLink } from '../../cloudfunctions/people/one-time-links'
import { type Unsealing, unsealingsStore } from '../../cloudfunctions/people/store'
import type { Api } from '../../src/contract/client'
import type { Grant, Role } from '../../src/domain/staff/words'
import { dataOf } from '../house/data-of'
import { HEPING, openDistricts, TIEXI, TRACTOR } from '../house/districts'
import { type House, openHouse } from '../house/open-house'
import { codeFor, setUpSecondFactor } from '../house/second-factor'

const password = '竹子和雨声 2026'
const in_ = (branchId: string, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId }))

const asked = (id: string, by: string): Unsealing => ({
  id,
  personId: 'somebody',
  pseudonym: '安静的松树',
  branchId: HEPING,
  reason: 'danger-to-life',
  by,
  byName: by,
  askedAt: '2026-03-10T00:00:00.000Z',
  approvedBy: '',
  approvedByName: '',
  approvedAt: '',
  expiresAt: '2026-03-12T00:00:00.000Z',
})

describe('a colleague leaves and another takes over', () => {
  let house: House
  let wang: Api
  let li: Api
  let visitor: Api
  let token: string
  let secret: string
  const member = (id: string) => house.database.open(staffStore).get(id)
  const acts = async () => (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows

  beforeAll(async () => {
    house = await openHouse('2026-03-10T00:00:00.000Z')
    await openDistricts(house)
    visitor = house.bearing()
    wang = await house.staff('wang', '王建国', 'manager')
    await house.staffIn('zhou', '周敏', in_(HEPING, 'manager'))
    const grants = [...in_(HEPING, 'manager'), ...in_(TRACTOR, 'editor')]
    const { code } = dataOf(await wang.staff.invite({ name: '李素', login: 'lisu', grants }))
    token = dataOf(await visitor.invitations.accept({ code, password })).token
    li = house.bearing(token)
    secret = (await setUpSecondFactor(li, house)).secret
    const unsealings = house.database.open(unsealingsStore)
    await unsealings.insertMany([asked('hers', 'lisu'), asked('another', 'zhou')])
  })
  afterAll(() => house.close())

  it('but not while what only she does has nobody: a successor is asked for, and must be fit', async () => {
    expect(await wang.staff.leave({ staffId: 'lisu' })).toMatchObject({ code: 'SUCCESSOR_NEEDED' })
    for (const successorId of ['lisu', 'wang', 'nobody'])
      expect(await wang.staff.leave({ staffId: 'lisu', successorId })).toMatchObject({ code: 'SUCCESSOR_NOT_FIT' })
    expect((await member('lisu'))?.active).toBe(true)
    expect((await li.sessions.me({})).ok).toBe(true)
  })

  it('with a successor it goes at once: only what had nobody is handed over, and both are on record', async () => {
    house.clock.forward(1)
    const { handedOver } = dataOf(await wang.staff.leave({ staffId: 'lisu', successorId: 'zhou' }))
    expect(handedOver).toEqual([{ role: 'editor', branchId: TRACTOR, branchName: '拖拉机厂工会' }])
    expect((await member('zhou'))?.grants).toEqual([...in_(HEPING, 'manager'), ...in_(TRACTOR, 'editor')])
    expect(await member('lisu')).toMatchObject({ active: false, passwordHash: '' })
    const written = (await acts()).filter(({ what }) => what === 'left' || what === 'handed-over')
    expect(written.map(({ what, about, branchId }) => [what, about, branchId]).sort()).toEqual([
      ['handed-over', '李素 → 周敏：拖拉机厂工会 内容编辑', TRACTOR],
      ['left', '李素：和平区工会 管理员、拖拉机厂工会 内容编辑', HEPING],
    ])
  })

  it('nothing of hers opens a door any more: token, password, code, key, request', async () => {
    expect(await li.sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    expect(await visitor.sessions.signIn({ login: 'lisu', password, code: codeFor(secret, house) })).toMatchObject({
      code: 'WRONG_LOGIN',
    })
    const dump = await house.dump()
    expect(dump.secondFactors).toEqual([])
    expect((dump.unsealings as { id: string }[]).map(({ id }) => id)).toEqual(['another'])
    expect((dump.sessions as { staffId: string }[]).map(({ staffId }) => staffId)).toEqual(['wang'])
  }, 60_000)

  it('asked again it is done already', async () => {
    const before = (await acts()).length
    expect(dataOf(await wang.staff.leave({ staffId: 'lisu' })).handedOver).toEqual([])
    expect(await acts()).toHaveLength(before)
    expect(await wang.staff.relink({ staffId: 'lisu' })).toMatchObject({ code: 'STAFF_INACTIVE' })
  })

  it('she can come back, by a new link and with a new second factor', async () => {
    house.clock.forward(1)
    dataOf(await wang.staff.change({ staffId: 'lisu', grants: in_(HEPING, 'manager') }))
    expect((await acts()).at(-1)).toMatchObject({ what: 'changed', about: '李素：恢复在岗 去掉 拖拉机厂工会 内容编辑' })
    expect(await visitor.sessions.signIn({ login: 'lisu', password })).toMatchObject({ code: 'WRONG_LOGIN' })
    const { code } = dataOf(await wang.staff.relink({ staffId: 'lisu' }))
    expect(dataOf(await visitor.invitations.accept({ code, password }))).toMatchObject({ joining: true })
  }, 60_000)

  it('a link that was still open dies with the leaving', async () => {
    const { code } = dataOf(await wang.staff.invite({ name: '钱二', login: 'qian', grants: in_(TIEXI, 'host') }))
    expect(dataOf(await wang.staff.leave({ staffId: 'qian' })).handedOver).toEqual([])
    expect(await house.database.open(invitationsStore).count({ index: 'byStaff', where: { staffId: 'qian' } })).toBe(0)
    expect(await visitor.invitations.open({ code })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
    const late = await newLink('qian', { database: house.database, now: house.clock.now() })
    expect(await visitor.invitations.accept({ code: late.code, password })).toMatchObject({
      code: 'INVITATION_NOT_VALID',
    })
  }, 60_000)

  it('the last manager of the city goes only by handing over, to somebody who can come in', async () => {
    expect(await wang.staff.leave({ staffId: 'wang' })).toMatchObject({ code: 'LAST_MANAGER' })
    dataOf(await wang.staff.invite({ name: '孙三', login: 'sun', grants: in_('city', 'editor') }))
    expect(await wang.staff.leave({ staffId: 'wang', successorId: 'sun' })).toMatchObject({ code: 'LAST_MANAGER' })
    const { handedOver } = dataOf(await wang.staff.leave({ staffId: 'wang', successorId: 'zhou' }))
    expect(handedOver).toEqual([{ role: 'manager', branchId: 'city', branchName: '市总工会' }])
    expect(await wang.sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    expect((await member('zhou'))?.grants).toContainEqual({ role: 'manager', branchId: 'city' })
  })

  it('one of two managers may hand over to the other', async () => {
    const ren = await house.staff('ren', '任远', 'manager', 'host')
    const { handedOver } = dataOf(await ren.staff.leave({ staffId: 'ren', successorId: 'zhou' }))
    expect(handedOver.map(({ role }) => role)).toEqual(['host'])
    expect(await member('ren')).toMatchObject({ active: false })
  })

  it('two who are each other’s only colleague cannot both send the other away', async () => {
    const [one, two] = [await house.staff('one', '一', 'manager'), await house.staff('two', '二', 'manager')]
    dataOf(await one.staff.leave({ staffId: 'zhou', successorId: 'two' }))
    const again = await house.staff('two', '二', 'manager')
    const replies = await Promise.all([
      one.staff.leave({ staffId: 'two', successorId: 'lisu' }),
      again.staff.leave({ staffId: 'one' }),
    ])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect((await two.sessions.me({})).ok).toBe(false)
  })

  it('notes the destroyed key outside of the database, so that a restored backup does not bring the secret back', async () => {
    const boss = await house.staff('boss', '鲍国安', 'manager')
    const { code } = dataOf(await boss.staff.invite({ name: '葛青', login: 'geqing', grants: in_(TIEXI, 'manager') }))
    const known = ((await house.dump()).dataKeys as { keyId: string }[]).map(({ keyId }) => keyId)
    await setUpSecondFactor(house.bearing(dataOf(await visitor.invitations.accept({ code, password })).token), house)
    const now = ((await house.dump()).dataKeys as { keyId: string }[]).map(({ keyId }) => keyId)
    const [keyId = ''] = now.filter((id) => !known.includes(id))
    expect(await isDestroyed(keyId, house.files)).toBe(false)
    dataOf(await boss.staff.relink({ staffId: 'geqing' }))
    expect(await isDestroyed(keyId, house.files)).toBe(true)
  }, 60_000)
})
