import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stored } from '../../src/server/store'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'

describe('a dump of everything that is stored', () => {
  let house: House
  const secrets: string[] = []

  beforeAll(async () => {
    house = await openHouse()
    const [chen, zhou] = [
      await house.staff('chenjing', '陈静', 'editor'),
      await house.staff('zhoumin', '周敏', 'reviewer'),
    ]
    const wang = await house.staff('wangjianguo', '王建国', 'manager')
    await publish(chen, zhou, 'pieceone0001', '标题')
    const { key } = dataOf(await house.bearing(undefined, '203.0.113.7').devices.enrol({}))
    const { code } = dataOf(
      await wang.staff.invite({ name: '赵一', login: 'zhaoyi', grants: [{ role: 'editor', branchId: 'city' }] }),
    )
    const password = '竹子和雨声 2026'
    const { token } = dataOf(await house.bearing().invitations.accept({ code, password }))
    const waiting = dataOf(
      await wang.staff.invite({ name: '钱二', login: 'qianer', grants: [{ role: 'editor', branchId: 'city' }] }),
    )
    dataOf(await house.bearing(key).favourites.add({ pieceId: 'pieceone0001' }))
    dataOf(await house.employee('openid-of-lin').favourites.add({ pieceId: 'pieceone0001' }))
    dataOf(
      await house.employee('openid-of-lin').tallies.record({
        batchId: 'abcdefghijklmnop',
        tallies: [{ pieceId: 'pieceone0001', hour: '2026-03-10T10', reads: 1 }],
      }),
    )
    await house.bearing().sessions.signIn({ login: 'somebody-unknown', password: 'a wrong password' })
    secrets.push(
      key,
      code,
      waiting.code,
      token,
      password,
      'openid-of-lin',
      '203.0.113.7',
      'somebody-unknown',
      'a wrong password',
    )
  })
  afterAll(() => house.close())

  it('holds no key, code, token, password, openid, address or tried login', async () => {
    const dump = JSON.stringify(await house.dump())
    expect(dump).toContain('zhaoyi')
    for (const secret of secrets) expect(dump.includes(secret), secret).toBe(false)
  })

  it('ties no count to a person: nothing of the person stands in what was counted', async () => {
    const { favourites, tallyBatches } = await house.dump()
    const people = (favourites as { personId: string }[]).map((favourite) => favourite.personId)
    expect(people).toHaveLength(2)
    for (const person of people) expect(JSON.stringify(tallyBatches)).not.toContain(person)
  })

  it('says nothing of a person in the log either', () => {
    const log = JSON.stringify(house.logged)
    for (const secret of secrets) expect(log.includes(secret), secret).toBe(false)
    expect(log).not.toContain('标题')
  })

  it('has a declaration for everything in it', async () => {
    expect(Object.keys(await house.dump()).sort()).toEqual(stored.map((declaration) => declaration.name).sort())
  })
})
