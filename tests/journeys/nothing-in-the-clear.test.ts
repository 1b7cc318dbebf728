import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentVersion } from '../../src/domain/consents/texts'
import { stored } from '../../src/server/store'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'
import { agreeToTests, allAnswered, offer, taken, taking } from '../house/taking'

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
    const lin = house.employee('openid-of-lin')
    await offer(house, 'phq9')
    await agreeToTests(lin)
    const sent = taking('phq9', 3, { answers: allAnswered('phq9', 3, { 4: 2 }) })
    const result = await taken(lin, sent)
    dataOf(await lin.results.list({}))
    dataOf(await lin.results.fhir({ resultId: result.id }))
    const says = result.scores[0]?.says ?? ''
    dataOf(await lin.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
    const phone = '13812345678'
    dataOf(await lin.calls.ask({ callId: 'callnumber000001', phone }))
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
      JSON.stringify(sent.answers),
      JSON.stringify(result.scores),
      says,
      phone,
    )
  })
  afterAll(() => house.close())

  it('holds no key, code, token, password, openid, address, tried login, answer, score or number to call', async () => {
    const { results, calls, ...rest } = await house.dump()
    expect([results?.length, calls?.length]).toEqual([1, 1])
    // JSON within JSON is told by its quotes without their escapes.
    const dump = JSON.stringify({ results, calls, ...rest }).replaceAll('\\', '')
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
