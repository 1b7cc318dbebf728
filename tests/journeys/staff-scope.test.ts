import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { newLink } from '../../cloudfunctions/people/one-time-links'
import { endSessions } from '../../cloudfunctions/people/staff-sessions'
import type { Api } from '../../src/contract/client'
import type { Grant, Role } from '../../src/domain/staff/words'
import { staffCaller } from '../contract/callers'
import { throughEveryCut } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { HEPING, openDistricts, TIEXI, TRACTOR, UNDER_CLOSED } from '../house/districts'
import { type House, openHouse } from '../house/open-house'

const password = '竹子和雨声 2026'
const in_ = (branchId: string, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId }))
const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'OK' : reply.code)

describe('a manager of one district', () => {
  let house: House
  let sun: Api
  let wang: Api
  const grantsOf = async (staffId: string) => (await house.database.open(staffStore).get(staffId))?.grants
  const acts = async () => (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows

  beforeAll(async () => {
    house = await openHouse()
    await openDistricts(house)
    wang = await house.staff('wang', '王建国', 'manager')
    sun = await house.staffIn('sun', '孙丽', in_(HEPING, 'manager'))
    await house.staffIn('chen', '陈静', in_(HEPING, 'editor'))
    await house.staffIn('he', '何五', [...in_(HEPING, 'editor'), ...in_(TIEXI, 'editor')])
    await house.staffIn('tie', '铁生', in_(TIEXI, 'editor'))
  })
  afterAll(() => house.close())

  it('sees those all of whose roles lie in the district, with the names of their branches', async () => {
    const { rows, next } = dataOf(await sun.staff.list({}))
    expect(rows.map(({ id }) => id).sort()).toEqual(['chen', 'sun'])
    expect(rows.find(({ id }) => id === 'chen')).toEqual({
      id: 'chen',
      name: '陈静',
      login: 'chen',
      grants: [{ role: 'editor', branchId: HEPING, branchName: '和平区工会' }],
      active: true,
      joined: true,
      secondFactor: 'not-needed',
      sessions: 1,
      waiting: null,
    })
    expect(next).toBeNull()
    expect(dataOf(await wang.staff.list({})).rows).toHaveLength(5)
  })

  it('learns nobody’s name from where the next page begins', async () => {
    for (let at = 0; at < 30; at++) await house.staffIn(`far${at}`, `一远${at}`, in_(TIEXI, 'editor'))
    for (let at = 0; at < 30; at++) await house.staffIn(`near${at}`, `一近${at}`, in_(HEPING, 'host'))
    const names: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = dataOf(await sun.staff.list(after ? { after } : {}))
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
      const told = `${after} ${Buffer.from(after ?? '', 'base64url').toString()}`
      expect(told).not.toMatch(/远|far/)
    }
    expect(names).toHaveLength(32)
    expect(await sun.staff.list({ after: 'made-up' })).toMatchObject({ code: 'INVALID_INPUT' })
    for (let at = 0; at < 30; at++)
      for (const id of [`far${at}`, `near${at}`]) {
        await house.database.open(staffStore).remove(id)
        await endSessions(id, house.database)
      }
  })

  it('cannot tell anybody else from somebody who is not there, whatever is asked', async () => {
    const before = (await house.dump()).staff
    for (const staffId of ['wang', 'he', 'tie', 'nobody']) {
      const replies = [
        await sun.staff.relink({ staffId }),
        await sun.staff.change({ staffId, grants: in_(HEPING, 'editor') }),
        await sun.staff.leave({ staffId }),
        await sun.staff.leave({ staffId, successorId: 'chen' }),
        await sun.staff.sessions({ staffId }),
        await sun.staff.endSession({ staffId, sessionId: 'x' }),
        await sun.staff.signOutEverywhere({ staffId }),
      ]
      expect(replies.map(codeOf)).toEqual(Array(7).fill('STAFF_NOT_FOUND'))
    }
    expect((await house.dump()).staff).toEqual(before)
    expect(await acts()).toEqual([])
    expect((await house.dump()).sessions).toHaveLength(5)
  })

  it('gives no role outside the district, in a branch that is not there, or under one that is closed', async () => {
    const asked = [
      in_('city', 'editor'),
      in_('city', 'manager'),
      in_(TIEXI, 'editor'),
      [...in_(HEPING, 'editor'), ...in_('city', 'auditor')],
      in_('city.heping2', 'editor'),
      in_(`${HEPING}.nothere`, 'editor'),
      in_(`${HEPING}.a.b.c.d`, 'editor'),
    ]
    for (const grants of asked) {
      expect(await sun.staff.invite({ name: '赵一', login: 'zhao', grants })).toMatchObject({ code: 'OUT_OF_SCOPE' })
      expect(await sun.staff.change({ staffId: 'chen', grants })).toMatchObject({ code: 'OUT_OF_SCOPE' })
    }
    const closed = in_(UNDER_CLOSED, 'editor')
    expect(await wang.staff.invite({ name: '赵一', login: 'zhao', grants: closed })).toMatchObject({
      code: 'OUT_OF_SCOPE',
    })
    expect(await grantsOf('zhao')).toBeUndefined()
    expect(await grantsOf('chen')).toEqual(in_(HEPING, 'editor'))
  })

  it('gives nothing to themselves, by no way', async () => {
    for (const grants of [in_('city', 'manager'), in_(HEPING, 'manager', 'auditor'), in_(TIEXI, 'manager')])
      expect(await sun.staff.change({ staffId: 'sun', grants })).toMatchObject({ code: 'OUT_OF_SCOPE' })
    expect(await wang.staff.change({ staffId: 'wang', grants: in_('city', 'manager', 'auditor') })).toMatchObject({
      code: 'OUT_OF_SCOPE',
    })
    expect(await sun.staff.leave({ staffId: 'chen', successorId: 'sun' })).toMatchObject({ code: 'SUCCESSOR_NOT_FIT' })
    expect(await grantsOf('sun')).toEqual(in_(HEPING, 'manager'))
    expect(await grantsOf('wang')).toEqual(in_('city', 'manager'))
  })

  it('takes over no login that is there, in the district or outside, by inviting it again', async () => {
    for (const login of ['wang', 'tie', 'chen', 'sun', ' WANG '])
      expect(await sun.staff.invite({ name: '别人', login, grants: in_(HEPING, 'editor') })).toMatchObject({
        code: 'LOGIN_TAKEN',
      })
    expect((await house.dump()).invitations).toEqual([])
  })

  it('invites below, and whoever comes has just these roles there', async () => {
    const { code } = dataOf(await sun.staff.invite({ name: '钱二', login: 'qian', grants: in_(TRACTOR, 'host') }))
    const { token } = dataOf(await house.bearing().invitations.accept({ code, password }))
    expect(dataOf(await house.bearing(token).sessions.me({})).grants).toEqual([
      { role: 'host', branchId: TRACTOR, branchName: '拖拉机厂工会' },
    ])
    expect(await house.bearing(token).staff.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await acts()).at(-1)).toMatchObject({
      what: 'invited',
      byName: '孙丽',
      about: '钱二：拖拉机厂工会 活动组织者',
      branchId: TRACTOR,
    })
  })

  it('moves a colleague within the district, which is on record and ends their sessions', async () => {
    house.clock.forward(1)
    const [session] = dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions
    expect(session).toMatchObject({ client: 'Firefox · Windows' })
    dataOf(await sun.staff.change({ staffId: 'chen', grants: in_(TRACTOR, 'reviewer') }))
    expect(dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions).toEqual([])
    expect((await acts()).at(-1)).toMatchObject({
      what: 'changed',
      about: '陈静：增加 拖拉机厂工会 内容审核；去掉 和平区工会 内容编辑',
      branchId: HEPING,
    })
  })

  it('a change that was cut off before it ended the sessions ends them when it is asked for again', async () => {
    const caller = staffCaller('sun', in_(HEPING, 'manager'))
    const grants = in_(TRACTOR, 'host')
    const wu = await house.staffIn('wu', '吴七', in_(HEPING, 'reviewer'))
    await throughEveryCut(house, caller, (api) => api.staff.change({ staffId: 'wu', grants }))
    expect(await grantsOf('wu')).toEqual(grants)
    expect(await wu.sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    await house.database.open(staffStore).remove('wu')
  })

  it('with no difference nothing is written and nobody is signed out', async () => {
    const before = (await acts()).length
    await house.staffIn('chen', '陈静', in_(TRACTOR, 'reviewer'))
    dataOf(await sun.staff.change({ staffId: 'chen', grants: in_(TRACTOR, 'reviewer') }))
    expect(dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions).toHaveLength(1)
    expect(await acts()).toHaveLength(before)
  })

  it('ends one session or all of a colleague’s, never somebody else’s under that name', async () => {
    const [theirs] = dataOf(await wang.staff.sessions({ staffId: 'tie' })).sessions
    const [hers] = dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions
    expect(await sun.staff.endSession({ staffId: 'chen', sessionId: theirs?.id ?? '' })).toMatchObject({
      code: 'SESSION_NOT_FOUND',
    })
    dataOf(await sun.staff.endSession({ staffId: 'chen', sessionId: hers?.id ?? '' }))
    expect(dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions).toEqual([])
    await house.staffIn('chen', '陈静', in_(TRACTOR, 'reviewer'))
    dataOf(await sun.staff.signOutEverywhere({ staffId: 'chen' }))
    expect(dataOf(await sun.staff.sessions({ staffId: 'chen' })).sessions).toEqual([])
    expect(dataOf(await wang.staff.sessions({ staffId: 'tie' })).sessions).toHaveLength(1)
    const ended = (await acts()).filter(({ what }) => what === 'signed-out').map(({ about }) => about)
    expect(ended.sort()).toEqual(['陈静：Firefox · Windows', '陈静：全部'].sort())
  })

  it('loses a colleague to the city in the very moment of changing them: one order or the other, never a mixture', async () => {
    const replies = await Promise.all([
      wang.staff.change({ staffId: 'chen', grants: in_('city', 'manager') }),
      sun.staff.change({ staffId: 'chen', grants: in_(HEPING, 'host') }),
    ])
    expect(codeOf(replies[0])).toBe('OK')
    expect(['OK', 'STAFF_NOT_FOUND']).toContain(codeOf(replies[1]))
    expect(await grantsOf('chen')).toEqual(in_('city', 'manager'))
    expect(await sun.staff.change({ staffId: 'chen', grants: in_(HEPING, 'host') })).toMatchObject({
      code: 'STAFF_NOT_FOUND',
    })
    expect(await sun.staff.relink({ staffId: 'chen' })).toMatchObject({ code: 'STAFF_NOT_FOUND' })
  })

  it('who was a manager when signing in and is none any more can do nothing with what the session remembers', async () => {
    const members = house.database.open(staffStore)
    const stored = await members.get('sun')
    if (!stored) throw new Error('sun is gone')
    await members.remove('sun')
    await members.insert({ ...stored, grants: in_(HEPING, 'editor') })
    expect(await sun.staff.invite({ name: '周六', login: 'zhou', grants: in_(HEPING, 'editor') })).toMatchObject({
      code: 'OUT_OF_SCOPE',
    })
    expect(await sun.staff.relink({ staffId: 'qian' })).toMatchObject({ code: 'STAFF_NOT_FOUND' })
    expect(await sun.staff.change({ staffId: 'qian', grants: in_(HEPING, 'manager') })).toMatchObject({
      code: 'STAFF_NOT_FOUND',
    })
  })
})

describe('the list of a large city', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
    await openDistricts(house)
    const far = Array.from({ length: 130 }, (_, number) => `a${String(number).padStart(3, '0')}`)
    for (const login of far) await house.staffIn(login, login, in_(TIEXI, 'editor'))
    await house.staffIn('zed', 'zed', in_(HEPING, 'editor'))
  }, 60_000)
  afterAll(() => house.close())

  it('reaches the few colleagues of a district without an empty page', async () => {
    const sun = await house.staffIn('zsun', 'zsun', in_(HEPING, 'manager'))
    const { rows, next } = dataOf(await sun.staff.list({}))
    expect(rows.map(({ id }) => id)).toEqual(['zed', 'zsun'])
    expect(next).toBeNull()
  })

  it('goes on page by page for whoever sees all, each once', async () => {
    const wang = await house.staff('zwang', 'zwang', 'manager')
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { rows: { id: string }[]; next: string | null } = dataOf(
        await wang.staff.list({ ...(after && { after }) }),
      )
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(133)
    expect(new Set(seen).size).toBe(133)
  })

  it('a link that was made for somebody is worth nothing to whoever holds another token', async () => {
    const { code } = await newLink('zed', { database: house.database, now: house.clock.now() })
    expect(await house.bearing(code).sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
  })
})
