import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionsStore } from '../../../cloudfunctions/_kit/identity'
import { secretId } from '../../../cloudfunctions/_kit/keys'
import type { Api } from '../../../src/contract/client'
import type { Grant, Role } from '../../../src/domain/staff/words'
import { dataOf } from '../../house/data-of'
import { HEPING, openDistricts } from '../../house/districts'
import { type House, openHouse } from '../../house/open-house'
import { codeFor, setUpSecondFactor, wrongCodeFor } from '../../house/second-factor'
import { produced, refusedWith } from './produced'

const password = 'bamboo and rain'
const cityWide = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, branchId: 'city' }))

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function staffRefusals(): void {
  let house: House
  let wang: Api
  let chen: Api
  let zhou: Api
  let visitor: Api

  beforeAll(async () => {
    house = await openHouse()
    await openDistricts(house)
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    chen = await house.staff('chenjing', '陈静', 'editor')
    zhou = await house.staff('zhoumin', '周敏', 'reviewer')
    visitor = house.bearing()
  })
  afterAll(() => house.close())

  const invited = async (name: string, login: string, ...roles: Role[]) =>
    dataOf(await wang.staff.invite({ name, login, grants: cityWide(...roles) })).code
  /** A manager of a district, who needs a second factor as much. */
  const joined = async (name: string, login: string) => {
    const grants = [{ role: 'manager' as const, branchId: HEPING }]
    const { code } = dataOf(await wang.staff.invite({ name, login, grants }))
    return dataOf(await visitor.invitations.accept({ code, password })).token
  }

  describe('signing in is refused', () => {
    it('for a wrong password and an unknown login with the same words, and then locks', async () => {
      const tries = async (login: string) => {
        const codes: string[] = []
        for (let time = 0; time < 6; time++) {
          const reply = await visitor.sessions.signIn({ login, password: 'not the password' })
          codes.push(reply.ok ? 'OK' : reply.code)
        }
        return codes
      }
      const known = await tries('chenjing')
      expect(await tries('nobody-here')).toEqual(known)
      expect(known).toEqual([...Array(5).fill('WRONG_LOGIN'), 'LOCKED_OUT'])
      produced.add('sessions.signIn WRONG_LOGIN')
      const locked = await visitor.sessions.signIn({ login: 'chenjing', password: 'x' })
      expect(locked).toMatchObject({ code: 'LOCKED_OUT', retryAt: '2026-03-10T02:01:00.000Z' })
      produced.add('sessions.signIn LOCKED_OUT')
    }, 60_000)
    it('by a link that was used, and by a weak password', async () => {
      const code = await invited('赵一', 'zhaoyi', 'editor')
      await refusedWith(
        'invitations.accept',
        'WEAK_PASSWORD',
        visitor.invitations.accept({ code, password: 'zhaoyi-2026' }),
      )
      dataOf(await visitor.invitations.accept({ code, password }))
      await refusedWith('invitations.open', 'INVITATION_NOT_VALID', visitor.invitations.open({ code }))
      await refusedWith('invitations.accept', 'INVITATION_NOT_VALID', visitor.invitations.accept({ code, password }))
    })
    it('when one address tries too often', async () => {
      const busy = house.bearing(undefined, 'a busy address')
      const code = 'i_'.padEnd(40, 'x')
      for (let time = 0; time < 60; time++) await busy.invitations.open({ code })
      await refusedWith('invitations.open', 'TOO_MANY_TRIES', busy.invitations.open({ code }))
      await refusedWith('invitations.accept', 'TOO_MANY_TRIES', busy.invitations.accept({ code, password }))
      await house.useUp('enrol', 'a busy address')
      await refusedWith('devices.enrol', 'TOO_MANY_TRIES', busy.devices.enrol({}))
      await house.useUp('sign-in-from', 'a busy address')
      await refusedWith('sessions.signIn', 'TOO_MANY_TRIES', busy.sessions.signIn({ login: 'anybody', password }))
      expect((await house.bearing(undefined, 'another address').devices.enrol({})).ok).toBe(true)
    })
    it('with the session of somebody else', async () => {
      const [theirs] = dataOf(await zhou.sessions.list({})).sessions
      await refusedWith('sessions.revoke', 'SESSION_NOT_FOUND', chen.sessions.revoke({ sessionId: theirs?.id ?? '' }))
      expect(await house.database.open(sessionsStore).get(theirs?.id ?? '')).toBeDefined()
    })
  })

  describe('the second factor', () => {
    it('is asked for, and a wrong code is told', async () => {
      const { secret } = await setUpSecondFactor(house.bearing(await joined('李素', 'lisu')), house)
      const from = house.bearing(undefined, 'her address')
      await refusedWith('sessions.signIn', 'CODE_NEEDED', from.sessions.signIn({ login: 'lisu', password }))
      const code = wrongCodeFor(secret, house)
      await refusedWith('sessions.signIn', 'WRONG_CODE', from.sessions.signIn({ login: 'lisu', password, code }))
    }, 60_000)
    it('is set up from the beginning, once, with a right code, and not by guessing', async () => {
      const token = await joined('孙三', 'sunsan')
      const api = house.bearing(token)
      await refusedWith('secondFactor.confirm', 'SET_UP_AGAIN', api.secondFactor.confirm({ code: '123456' }))
      const { secret } = dataOf(await api.secondFactor.begin({}))
      const code = wrongCodeFor(secret, house)
      await refusedWith('secondFactor.confirm', 'WRONG_CODE', api.secondFactor.confirm({ code }))
      await house.useUp('second-factor', 'sunsan')
      await refusedWith(
        'secondFactor.confirm',
        'TOO_MANY_TRIES',
        api.secondFactor.confirm({ code: codeFor(secret, house) }),
      )
      house.clock.forward(10)
      dataOf(await api.secondFactor.confirm({ code: codeFor(secret, house) }))
    }, 60_000)
    it('that is set is not replaced by a half-open session that outlived the setting up', async () => {
      const token = await joined('周六', 'zhouliu')
      const { secret } = await setUpSecondFactor(house.bearing(token), house)
      const sessions = house.database.open(sessionsStore)
      const whole = await sessions.get(secretId(token))
      if (!whole) throw new Error('the session is gone')
      const late = 's_a-half-open-session-written-at-the-same-instant'
      await sessions.insert({ ...whole, id: secretId(late), joining: true })
      await refusedWith('secondFactor.begin', 'SET_UP_AGAIN', house.bearing(late).secondFactor.begin({}))
      const code = codeFor(secret, house, 1)
      await refusedWith('secondFactor.confirm', 'SET_UP_AGAIN', house.bearing(late).secondFactor.confirm({ code }))
    }, 60_000)
  })

  describe('a manager hears', () => {
    const nobody = { staffId: 'nobody' }

    it('that a login is taken, and that somebody is not there', async () => {
      const grants = cityWide('editor')
      await refusedWith('staff.invite', 'LOGIN_TAKEN', wang.staff.invite({ name: '陈静', login: 'chenjing', grants }))
      for (const action of ['relink', 'signOutEverywhere', 'leave', 'sessions'] as const)
        await refusedWith(`staff.${action}`, 'STAFF_NOT_FOUND', wang.staff[action](nobody))
      await refusedWith('staff.change', 'STAFF_NOT_FOUND', wang.staff.change({ ...nobody, grants }))
      await refusedWith('staff.endSession', 'STAFF_NOT_FOUND', wang.staff.endSession({ ...nobody, sessionId: 'x' }))
      const ended = wang.staff.endSession({ staffId: 'chenjing', sessionId: 'nothing' })
      await refusedWith('staff.endSession', 'SESSION_NOT_FOUND', ended)
    })
    it('that somebody has left, and that one manager must stay', async () => {
      await invited('钱二', 'qianer', 'editor')
      dataOf(await wang.staff.leave({ staffId: 'qianer' }))
      await refusedWith('staff.relink', 'STAFF_INACTIVE', wang.staff.relink({ staffId: 'qianer' }))
      const alone = { staffId: 'wangjianguo' }
      await refusedWith('staff.relink', 'LAST_MANAGER', wang.staff.relink(alone))
      await refusedWith('staff.leave', 'LAST_MANAGER', wang.staff.leave(alone))
      const narrower = wang.staff.change({ ...alone, grants: [{ role: 'manager', branchId: HEPING }] })
      await refusedWith('staff.change', 'LAST_MANAGER', narrower)
    })
    it('that roles outside the managed branches are not theirs to give', async () => {
      const sun = await house.staffIn('sunli', '孙丽', [{ role: 'manager', branchId: HEPING }])
      await house.staffIn('hewu', '何五', [{ role: 'host', branchId: HEPING }])
      const grants = cityWide('manager')
      await refusedWith('staff.invite', 'OUT_OF_SCOPE', sun.staff.invite({ name: '吴七', login: 'wuqi', grants }))
      await refusedWith('staff.change', 'OUT_OF_SCOPE', sun.staff.change({ staffId: 'hewu', grants }))
    })
    it('that somebody must take over, and who cannot', async () => {
      await refusedWith('staff.leave', 'SUCCESSOR_NEEDED', wang.staff.leave({ staffId: 'zhoumin' }))
      const gone = wang.staff.leave({ staffId: 'zhoumin', successorId: 'qianer' })
      await refusedWith('staff.leave', 'SUCCESSOR_NOT_FIT', gone)
    })
    it('that two managers are needed, and that there is no second one', async () => {
      await house.staff('gaoyuan', '高远', 'supervisor')
      const supervisor = cityWide('supervisor')
      const alone = 'SECOND_MANAGER_NEEDED'
      await refusedWith('staff.invite', alone, wang.staff.invite({ name: '吴八', login: 'wuba', grants: supervisor }))
      await refusedWith('staff.relink', alone, wang.staff.relink({ staffId: 'gaoyuan' }))
      await refusedWith('staff.change', alone, wang.staff.change({ staffId: 'chenjing', grants: supervisor }))
      const leaving = { staffId: 'gaoyuan', successorId: 'chenjing' }
      await refusedWith('staff.leave', alone, wang.staff.leave(leaving))

      const qin = await house.staff('qinlan', '秦岚', 'manager')
      await house.staff('mazhiyuan', '马志远', 'auditor')
      for (const api of [wang, qin]) {
        await refusedWith('staff.approve', 'NOTHING_WAITS', api.staff.approve({ staffId: 'chenjing' }))
        await refusedWith('staff.decline', 'NOTHING_WAITS', api.staff.decline({ staffId: 'nobody' }))
      }
      dataOf(await wang.staff.change({ staffId: 'chenjing', grants: [...supervisor, ...cityWide('auditor')] }))
      await refusedWith('staff.approve', 'NOT_THE_SECOND', wang.staff.approve({ staffId: 'chenjing' }))
      const twice = wang.staff.change({ staffId: 'chenjing', grants: cityWide('host') })
      await refusedWith('staff.change', 'ALREADY_WAITING', twice)
      await refusedWith('staff.leave', 'ALREADY_WAITING', wang.staff.leave(leaving))
      dataOf(await wang.staff.relink({ staffId: 'gaoyuan' }))
      await refusedWith('staff.relink', 'ALREADY_WAITING', qin.staff.relink({ staffId: 'gaoyuan' }))
    })
  })
}
