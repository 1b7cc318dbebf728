import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { secretId } from '../../cloudfunctions/_kit/keys'
import type { Api } from '../../src/contract/client'
import type { Role } from '../../src/domain/staff/words'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const password = '竹子和雨声 2026'
const cityWide = (...roles: Role[]) => roles.map((role) => ({ role, branchId: 'city' }))

describe('a colleague joins, works, and leaves', () => {
  let house: House
  let wang: Api
  let visitor: Api
  let token: string
  let staffId: string

  beforeAll(async () => {
    house = await openHouse('2026-03-10T00:00:00.000Z')
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    visitor = house.bearing()
  })
  afterAll(() => house.close())

  it('the manager invites her, and the link greets her by name', async () => {
    const link = dataOf(await wang.staff.invite({ name: '陈静', login: 'ChenJing', grants: cityWide('editor') }))
    staffId = link.staffId
    expect(dataOf(await visitor.invitations.open({ code: link.code }))).toEqual({ name: '陈静', login: 'chenjing' })
    token = dataOf(await visitor.invitations.accept({ code: link.code, password })).token
    expect(dataOf(await house.bearing(token).sessions.me({}))).toMatchObject({
      name: '陈静',
      roles: ['editor'],
      grants: [{ role: 'editor', branchId: 'city', branchName: '市总工会' }],
      joining: false,
    })
  })

  it('an older link to the same person cannot replace her password', async () => {
    const code = 'i_an-older-link-that-nobody-used-yet'
    await house.database
      .open(invitationsStore)
      .insert({ id: secretId(code), staffId, expiresAt: '2026-03-12T00:00:00.000Z' })
    expect(await visitor.invitations.open({ code })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
    expect(await visitor.invitations.accept({ code, password: '另一个密码也够长' })).toMatchObject({
      code: 'INVITATION_NOT_VALID',
    })
  })

  it('the password is stored as scrypt and never in the clear', async () => {
    const member = await house.database.open(staffStore).get(staffId)
    expect(member?.passwordHash).toMatch(/^scrypt\$/)
    expect(JSON.stringify(member)).not.toContain(password)
  })

  it('she signs in with it, her login in any case', async () => {
    token = dataOf(await visitor.sessions.signIn({ login: ' CHENJING ', password })).token
    const { sessions } = dataOf(await house.bearing(token).sessions.list({}))
    expect(sessions.map((session) => session.current).sort()).toEqual([false, true])
  })

  it('a success forgets the failures before it', async () => {
    for (let time = 0; time < 4; time++) await visitor.sessions.signIn({ login: 'chenjing', password: 'wrong' })
    dataOf(await visitor.sessions.signIn({ login: 'chenjing', password }))
    for (let time = 0; time < 4; time++)
      expect(await visitor.sessions.signIn({ login: 'chenjing', password: 'wrong' })).toMatchObject({
        code: 'WRONG_LOGIN',
      })
    dataOf(await visitor.sessions.signIn({ login: 'chenjing', password }))
  }, 60_000)

  it('somebody elsewhere who fails on purpose does not keep her out', async () => {
    const elsewhere = house.bearing(undefined, 'an address far away')
    for (let time = 0; time < 6; time++) await elsewhere.sessions.signIn({ login: 'chenjing', password: 'guess' })
    expect(await elsewhere.sessions.signIn({ login: 'chenjing', password })).toMatchObject({ code: 'LOCKED_OUT' })
    dataOf(await visitor.sessions.signIn({ login: 'chenjing', password }))
  }, 60_000)

  it('a sign-in under way does not outlive the end of her work here', async () => {
    const { code } = dataOf(await wang.staff.invite({ name: '何五', login: 'hewu', grants: cityWide('editor') }))
    dataOf(await visitor.invitations.accept({ code, password }))
    const signingIn = visitor.sessions.signIn({ login: 'hewu', password })
    const left = await wang.staff.leave({ staffId: 'hewu', successorId: 'chenjing' })
    expect(left.ok).toBe(true)
    const reply = await signingIn
    const works = reply.ok && (await house.bearing(reply.data.token).sessions.me({})).ok
    expect(works).toBe(false)
  }, 60_000)

  it('a session that she ends elsewhere is over at once', async () => {
    const other = dataOf(await visitor.sessions.signIn({ login: 'chenjing', password })).token
    const { sessions } = dataOf(await house.bearing(other).sessions.list({}))
    const mine = sessions.find((session) => session.current)
    dataOf(await house.bearing(token).sessions.revoke({ sessionId: mine?.id ?? '' }))
    expect(await house.bearing(other).sessions.me({})).toMatchObject({ ok: false, code: 'SIGN_IN_NEEDED' })
    expect((await house.bearing(token).sessions.me({})).ok).toBe(true)
  })

  it('a session ends by itself after ninety quiet minutes', async () => {
    house.clock.forward(89)
    expect((await house.bearing(token).sessions.me({})).ok).toBe(true)
    house.clock.forward(90)
    expect(await house.bearing(token).sessions.me({})).toMatchObject({ ok: false, code: 'SIGN_IN_NEEDED' })
  })

  it('a forged or foreign bearer is nobody', async () => {
    for (const bearer of [
      's_forged-token-forged-token',
      'd_forged-key-forged-key',
      'nothing at all',
      's_',
      token.slice(0, -1),
    ])
      expect(await house.bearing(bearer).sessions.me({})).toMatchObject({ ok: false, code: 'SIGN_IN_NEEDED' })
  })

  it('new roles end her sessions, so that the old ones are nowhere in use', async () => {
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    token = dataOf(await visitor.sessions.signIn({ login: 'chenjing', password })).token
    dataOf(await wang.staff.change({ staffId, grants: cityWide('reviewer') }))
    expect(await house.bearing(token).sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    token = dataOf(await visitor.sessions.signIn({ login: 'chenjing', password })).token
    expect(
      await house.bearing(token).desk.create({ pieceId: 'abcdefabcdef', kind: 'article', title: '标题' }),
    ).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('a new link closes the old door: sessions, password and former link', async () => {
    const first = dataOf(await wang.staff.relink({ staffId }))
    const second = dataOf(await wang.staff.relink({ staffId }))
    expect(await house.bearing(token).sessions.me({})).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    expect(await visitor.sessions.signIn({ login: 'chenjing', password })).toMatchObject({ code: 'WRONG_LOGIN' })
    expect(await visitor.invitations.open({ code: first.code })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
    house.clock.forward(3 * 24 * 60)
    expect(await visitor.invitations.open({ code: second.code })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
  })

  it('once inactive she cannot come in, even with a link that was still good', async () => {
    const manager = await house.staff('liuyang', '刘洋', 'manager')
    const { code } = dataOf(await manager.staff.relink({ staffId }))
    dataOf(await manager.staff.leave({ staffId }))
    expect(await visitor.invitations.accept({ code, password })).toMatchObject({ code: 'INVITATION_NOT_VALID' })
  })

  it('two managers stepping down at the same instant leave one', async () => {
    const [first, second] = [
      await house.staff('zhangwei', '张伟', 'manager', 'editor'),
      await house.staff('wuxia', '吴霞', 'manager', 'editor'),
    ]
    dataOf(await first.staff.change({ staffId: 'wangjianguo', grants: cityWide('editor') }))
    dataOf(await first.staff.change({ staffId: 'liuyang', grants: cityWide('editor') }))
    const replies = await Promise.all([
      first.staff.change({ staffId: 'zhangwei', grants: cityWide('editor') }),
      second.staff.change({ staffId: 'wuxia', grants: cityWide('editor') }),
    ])
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['LAST_MANAGER', 'OK'])
  })

  it('expired sessions and links are swept away', async () => {
    house.clock.forward(10 * 24 * 60)
    await house.tick()
    const { sessions, invitations, attempts } = await house.dump()
    expect({ sessions, invitations, attempts }).toEqual({ sessions: [], invitations: [], attempts: [] })
  })
})
