import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CloudHouse, CONSOLE, NOTHING_ODD, openCloudHouse } from '../house/cloud-house'
import { dataOf } from '../house/data-of'
import { publish } from '../house/pieces'

/** One instance a function: whoever comes next always comes to a function that has just served somebody else. */
describe('a warm function', () => {
  let house: CloudHouse
  let chenToken: string
  const pieceId = 'sleepaftershifts'

  beforeAll(async () => {
    house = await openCloudHouse({ instancesPerFunction: 1 })
    const chen = await house.signedIn('chenjing', '陈静', 'editor')
    const zhou = await house.signedIn('zhoumin', '周敏', 'reviewer')
    chenToken = chen.token
    await publish(chen.api, zhou.api, pieceId, '倒班以后怎么睡')
    dataOf(await house.employee('o-anna').favourites.add({ pieceId }))
  })
  afterAll(async () => {
    expect(house.oddities()).toEqual(NOTHING_ODD)
    await house.close()
  })

  const kept = async (openid: string) => dataOf(await house.employee(openid).favourites.list({})).cards.length
  const open = { action: 'pieces.open', data: { pieceId } }
  const favourites = { action: 'favourites.list', data: {} }
  const call = (name: string, event: object, openid: string) => house.cloud.call(name, event, { openid })
  const told = async (answer: ReturnType<CloudHouse['ask']>) => JSON.parse((await answer).body)

  beforeEach(async () => {
    expect(await kept('o-anna')).toBe(1)
  })
  afterEach(() => {
    house.cloud.stale(false)
    house.cloud.bareContext(false)
  })

  describe('whose process still holds the caller before, where the next one brings no identity', () => {
    beforeEach(() => house.cloud.stale('where-absent'))

    it('gives a browser nothing of anna’s', async () => {
      expect(await told(house.ask('library', favourites))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await told(house.ask('library', open))).toMatchObject({ ok: true, data: { kept: false } })
    })

    it('lets staff be staff', async () => {
      const headers = { origin: CONSOLE, authorization: `Bearer ${chenToken}` }
      const reply = await told(house.ask('library', { action: 'desk.list', data: {} }, headers))
      expect(reply).toMatchObject({ ok: true, data: { rows: [{ id: pieceId }] } })
    })

    it('gives a timer nothing of anna’s', async () => {
      expect(await house.cloud.timer('library')).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' })
    })

    it('lets another person be themselves', async () => {
      expect(await kept('o-ben')).toBe(0)
    })

    it('lets the clock do its work', async () => {
      await call('clock', {}, 'o-anna')
      expect(await house.cloud.timer('clock')).toEqual({ ok: true, data: {} })
    })
  })

  describe('whose process holds the caller before, whoever comes', () => {
    beforeEach(() => house.cloud.stale(true))

    it('refuses everybody whose own identity disagrees', async () => {
      expect(await call('library', favourites, 'o-ben')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await call('library', open, 'o-ben')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      const add = { action: 'favourites.add', data: { pieceId } }
      expect(await call('library', add, 'o-ben')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(house.standIn.dump('favourites')).toHaveLength(1)
    })

    it('knows the same person again', async () => {
      expect(await kept('o-anna')).toBe(1)
    })

    it('gives a browser nothing of anna’s', async () => {
      expect(await told(house.ask('library', favourites))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await told(house.ask('library', open))).toMatchObject({ ok: true, data: { kept: false } })
    })

    it('keeps the clock at work, and closed to anna', async () => {
      expect(await call('clock', { Type: 'Timer' }, 'o-anna')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await house.cloud.timer('clock')).toEqual({ ok: true, data: {} })
    })
  })

  describe('that is told nothing in its context', () => {
    beforeEach(() => house.cloud.bareContext(true))

    it('believes what the SDK says', async () => {
      expect(await kept('o-anna')).toBe(1)
      expect(await kept('o-ben')).toBe(0)
      expect(await told(house.ask('library', open))).toMatchObject({ ok: true, data: { kept: false } })
    })

    it('answers no browser while its process holds somebody: there is no telling who asks', async () => {
      house.cloud.stale('where-absent')
      expect(await told(house.ask('library', favourites))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await told(house.ask('library', open))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
    })

    it('lets the clock hear its timer and nobody else', async () => {
      expect(await house.cloud.timer('clock')).toEqual({ ok: true, data: {} })
      expect(await call('clock', { Type: 'Timer' }, 'o-anna')).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await told(house.ask('clock', { Type: 'Timer' }))).toMatchObject({ code: 'NOT_ALLOWED' })
    })
  })

  describe('called from the mini-program', () => {
    it('gives nothing for a staff token in made-up HTTP fields', async () => {
      const http = (request: object) => ({
        path: '/library',
        httpMethod: 'POST',
        headers: { authorization: `Bearer ${chenToken}`, origin: CONSOLE, 'content-type': 'application/json' },
        requestContext: { sourceIp: '198.51.100.1' },
        body: JSON.stringify(request),
      })
      const desk = { action: 'desk.list', data: {} }
      expect(await call('library', http(desk), 'o-anna')).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' })
      expect(await call('library', { ...http(desk), ...desk }, 'o-anna')).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await call('library', { ...http(desk), ...open }, 'o-anna')).toMatchObject({ data: { kept: true } })
    })

    it('takes nobody’s word for who they are', async () => {
      const claims = { openid: 'o-anna', OPENID: 'o-anna', userInfo: { openId: 'o-anna' }, caller: { kind: 'staff' } }
      expect(await call('library', { ...open, ...claims }, 'o-ben')).toMatchObject({ ok: true, data: { kept: false } })
    })
  })

  describe('called over HTTP', () => {
    it('takes a call without a bearer, or with one it does not know, for a visitor’s', async () => {
      const add = { action: 'favourites.add', data: { pieceId } }
      expect(await told(house.ask('library', add))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      for (const bearer of ['s_nobody-knows-this-one', 'd_nobody-knows-this-one', 'something-else-altogether'])
        expect(await told(house.ask('library', add, { authorization: `Bearer ${bearer}` }))).toMatchObject({
          ok: false,
          code: 'SIGN_IN_NEEDED',
        })
      const claims = { 'x-wx-openid': 'o-anna', 'x-wx-source': 'wx_client' }
      expect(await told(house.ask('library', open, claims))).toMatchObject({ ok: true, data: { kept: false } })
    })

    it('answers pages of its own origins only', async () => {
      const foreign = await house.ask('library', open, { origin: 'https://elsewhere.example' })
      expect(foreign.statusCode).toBe(403)
      expect(foreign.headers).not.toHaveProperty('access-control-allow-origin')
      const ours = await house.ask('library', open, { origin: CONSOLE })
      expect(ours).toMatchObject({
        statusCode: 200,
        headers: { 'access-control-allow-origin': CONSOLE, vary: 'origin' },
      })
      const near = await house.ask('library', open, { origin: `${CONSOLE}.elsewhere.example` })
      expect(near.statusCode).toBe(403)
    })

    it('answers what a browser asks beforehand, for its own origins only', async () => {
      const ask = (origin: string) => house.cloud.http('library', { httpMethod: 'OPTIONS', headers: { origin } })
      expect(await ask(CONSOLE)).toMatchObject({
        statusCode: 204,
        headers: {
          'access-control-allow-origin': CONSOLE,
          'access-control-allow-headers': 'authorization, content-type',
        },
      })
      expect((await ask('https://elsewhere.example')).statusCode).toBe(403)
    })

    it('refuses what is no request of ours', async () => {
      for (const request of [{}, { httpMethod: 'POST' }, { httpMethod: 'POST', body: '{' }, { body: '{}' }]) {
        const answer = await house.cloud.http('library', request)
        expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([400, 'INVALID_INPUT'])
      }
    })

    it('tells a fault as a fault, readable by the page, and nothing else', async () => {
      house.standIn.chaos.failNext('database.getDocument', 'SYS_ERR', 'the name of somebody')
      const headers = { origin: CONSOLE, authorization: `Bearer ${chenToken}` }
      const broken = await house.ask('people', { action: 'sessions.me', data: {} }, headers)
      expect(broken).toMatchObject({ statusCode: 500, headers: { 'access-control-allow-origin': CONSOLE } })
      expect(JSON.parse(broken.body)).toEqual({ ok: false, code: 'INTERNAL', requestId: expect.any(String) })
      await expect.poll(() => house.cloud.logs.join('')).toContain('"code":"INTERNAL"')
      expect(house.cloud.logs.join('')).not.toContain('the name of somebody')
    })
  })

  describe('called the clock', () => {
    it('answers its timer', async () => {
      expect(await house.cloud.timer('clock')).toEqual({ ok: true, data: {} })
    })

    it('does nothing for a person, a browser, another function or an event that only looks like a timer', async () => {
      const calls = house.standIn.calls.tally().total
      const event = { Type: 'Timer', TriggerName: 'eachMinute', Time: '2026-03-10T02:00:00Z' }
      expect(await call('clock', event, 'o-anna')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(await told(house.ask('clock', event))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      for (const sourceChain of ['wx_trigger,scf', 'wx_client'])
        expect(
          await house.cloud.nested({
            name: 'clock',
            data: event,
            invocation: 'other',
            identity: { source: 'timer', sourceChain },
          }),
        ).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(
        await house.cloud.nested({ name: 'clock', data: {}, invocation: 'other', identity: { source: 'timer' } }),
      ).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
      expect(house.standIn.calls.tally().total).toBe(calls)
    })
  })
})

describe('a function without its settings', () => {
  it.each([
    ['keys', { XINYI_FILE_PREFIX: 'cloud://stand-in-env.stand-in-bucket' }],
    ['malformed keys', { XINYI_KEYS: '{}', XINYI_FILE_PREFIX: 'cloud://stand-in-env.stand-in-bucket' }],
    ['the place of its files', { XINYI_KEYS: 'x' }],
  ])('refuses to work without %s', async (_, env) => {
    const house = await openCloudHouse({ env })
    const request = { action: 'pieces.home', data: {} }
    expect(await house.cloud.call('library', request, { openid: 'o' })).toMatchObject({ ok: false, code: 'INTERNAL' })
    expect((await house.ask('library', request)).statusCode).toBe(500)
    expect(await house.cloud.timer('clock')).toMatchObject({ ok: false, code: 'INTERNAL' })
    expect(house.standIn.calls.tally().total).toBe(0)
    await house.close()
  })
})
