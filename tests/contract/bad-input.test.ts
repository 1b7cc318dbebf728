import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../cloudfunctions/_kit/caller'
import type { Surroundings } from '../../cloudfunctions/_kit/serve'
import { assessments } from '../../cloudfunctions/assessments/serve'
import { counselling } from '../../cloudfunctions/counselling/serve'
import { dutyFunction } from '../../cloudfunctions/duty/serve'
import { events } from '../../cloudfunctions/events/serve'
import { insights } from '../../cloudfunctions/insights/serve'
import { library } from '../../cloudfunctions/library/serve'
import { people } from '../../cloudfunctions/people/serve'
import { functionOf } from '../../src/contract/routes'
import { CITY } from '../../src/domain/branches/words'
import { roles } from '../../src/domain/staff/words'
import { type House, openHouse } from '../house/open-house'
import { actions, type Described, joiningCaller } from './callers'

const functions = { people, library, insights, assessments, duty: dutyFunction, counselling, events }

describe('bad input', () => {
  let house: House
  let around: (caller: Caller) => Surroundings
  const boss: Caller = {
    kind: 'staff',
    staffId: 'boss',
    name: '全能',
    login: 'boss',
    roles,
    grants: roles.map((role) => ({ role, branchId: CITY })),
    sessionId: 'none',
    expiresAt: '2026-03-10T14:00:00.000Z',
  }

  beforeAll(async () => {
    house = await openHouse()
    around = (caller) => ({
      caller,
      expired: false,
      database: house.database,
      files: house.files,
      keys: house.keys,
      now: house.clock.now(),
      requestId: 'r1',
      origin: 'an address',
      client: 'Firefox',
      log: (entry) => house.logged.push(entry),
    })
  })
  afterAll(() => house.close())

  const callerFor = ({ permission }: Described): Caller => {
    if (roles.some((role) => permission[role])) return boss
    if (permission.joining) return joiningCaller('boss')
    return permission.employee || permission.member ? { kind: 'employee', personId: 'p' } : { kind: 'visitor' }
  }

  it.each(actions)('$name refuses whatever it was not promised, and never breaks', async (action) => {
    const { feature, name, spec, permission } = action
    const serve = functions[functionOf[feature]]
    const surroundings = around(callerFor(action))
    const fixed: unknown[] = [undefined, null, 7, 'text', [], { unexpected: 1 }, JSON.parse('{"__proto__":{"x":1}}')]
    const random = fc.sample(fc.jsonValue({ maxDepth: 3 }), 25)
    for (const data of [...fixed, ...random]) {
      const reply = await serve({ action: name, data }, surroundings)
      expect(reply.ok ? 'OK' : reply.code, JSON.stringify(data)).not.toBe('INTERNAL')
      const turnedAway = permission.member && !permission.employee
      if (turnedAway) expect(reply).toMatchObject({ ok: false, code: 'MEMBERS_ONLY' })
      else if (!spec.input.safeParse(data).success)
        expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT', requestId: 'r1' })
    }
  })

  it.each([
    undefined,
    null,
    'pieces.home',
    {},
    { action: 5 },
    { action: 'pieces' },
    { action: 'pieces.nothing' },
    { action: 'constructor.constructor' },
    { action: '__proto__.toString' },
    { action: 'pieces.__proto__' },
    { action: 'pieces.home.extra' },
    { action: 'staff.list' },
    { action: `pieces.${'x'.repeat(5000)}` },
  ])('an action that is not one is told so: %j', async (request) => {
    expect(await library(request, around(boss))).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' })
  })

  it('unknown fields are refused rather than passed on', async () => {
    const reply = await library(
      { action: 'pieces.open', data: { pieceId: 'p1', openid: 'somebody' } },
      around({ kind: 'visitor' }),
    )
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })

  it('a cursor that is not ours is bad input, not a fault', async () => {
    for (const after of [
      'zzz',
      Buffer.from('{"a":1}').toString('base64url'),
      Buffer.from('[{},"x"]').toString('base64url'),
    ])
      expect(await library({ action: 'pieces.list', data: { after } }, around({ kind: 'visitor' }))).toMatchObject({
        code: 'INVALID_INPUT',
      })
  })

  it.each(['\0', '半个\ud83d字'])('text that no database keeps is bad input, not a fault', async (title) => {
    const data = { pieceId: 'piecenumber01', kind: 'article', title }
    expect(await library({ action: 'desk.create', data }, around(boss))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('nothing that was sent is in the log', async () => {
    await library({ action: 'pieces.open', data: { pieceId: 'a-very-telling-id' } }, around({ kind: 'visitor' }))
    expect(JSON.stringify(house.logged)).not.toContain('a-very-telling-id')
    expect(house.logged.at(-1)).toMatchObject({ action: 'pieces.open', code: 'PIECE_NOT_FOUND' })
  })
})
