import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Caller } from '../../cloudfunctions/_kit/caller'
import { consentId, consentsStore } from '../../cloudfunctions/_kit/consent'
import { serveBy } from '../../cloudfunctions/_kit/serve'
import { action } from '../../src/contract/action'
import { currentVersion } from '../../src/domain/consents/texts'
import { done } from '../../src/domain/result'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const version = currentVersion('tests')

describe('consents', () => {
  it('are listed whether asked for or not, each for itself', async () => {
    const lin = house.employee('林')
    const before = dataOf(await lin.consents.list({})).rows
    expect(before.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['tests', false],
      ['counselling', false],
      ['call-back', false],
      ['figures', false],
    ])
    dataOf(await lin.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
    const after = dataOf(await lin.consents.list({})).rows
    expect(after.filter(({ given }) => given).map(({ purpose }) => purpose)).toEqual(['counselling'])
    expect(dataOf(await house.employee('周').consents.list({})).rows.some(({ given }) => given)).toBe(false)
  })
  it('keep their history through giving, withdrawing and giving again', async () => {
    const lin = house.employee('林')
    dataOf(await lin.consents.give({ purpose: 'tests', version }))
    dataOf(await lin.consents.give({ purpose: 'tests', version }))
    house.clock.forward(1)
    dataOf(await lin.consents.withdraw({ purpose: 'tests' }))
    dataOf(await lin.consents.withdraw({ purpose: 'tests' }))
    house.clock.forward(1)
    dataOf(await lin.consents.give({ purpose: 'tests', version }))
    const row = dataOf(await lin.consents.list({})).rows.find(({ purpose }) => purpose === 'tests')
    expect(row?.given).toBe(true)
    expect(row?.history.map(({ what, at }) => [what, at])).toEqual([
      ['given', '2026-03-10T02:00:00.000Z'],
      ['withdrawn', '2026-03-10T02:01:00.000Z'],
      ['given', '2026-03-10T02:02:00.000Z'],
    ])
  })
  it('withdrawn without having been given leave nothing behind', async () => {
    dataOf(await house.employee('吴').consents.withdraw({ purpose: 'figures' }))
    expect(JSON.stringify(await house.dump())).not.toContain(house.keys.hash('person', '吴'))
  })
})

describe('an action that needs a consent', () => {
  const answer = action({ input: z.strictObject({}), output: z.object({}), refusals: [], consent: 'tests' })
  let handled = 0
  const door = serveBy(
    {
      contract: { answers: { answer } },
      permissions: { 'answers.answer': { employee: 'own', counsellor: 'own' } },
      functionOf: { answers: 'tests' },
    },
    'tests',
    { answers: { answer: async () => (handled++, done({})) } },
  )
  const ask = (caller: Caller) =>
    door(
      { action: 'answers.answer', data: {} },
      {
        caller,
        expired: false,
        database: house.database,
        files: house.files,
        keys: house.keys,
        now: house.clock.now(),
        requestId: nanoid(),
        origin: 'an address',
        client: '',
        log: (entry) => house.logged.push(entry),
      },
    )
  const needed = { ok: false, code: 'CONSENT_NEEDED', purpose: 'tests' }

  it('is refused without it, with the purpose to ask for, and never reaches its handler', async () => {
    const personId = house.keys.hash('person', '郑')
    const zheng = house.employee('郑')
    expect(await ask({ kind: 'employee', personId })).toMatchObject(needed)
    dataOf(await zheng.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
    expect(await ask({ kind: 'employee', personId })).toMatchObject(needed)
    expect(handled).toBe(0)
    dataOf(await zheng.consents.give({ purpose: 'tests', version }))
    expect(await ask({ kind: 'employee', personId })).toEqual({ ok: true, data: {} })
    expect(handled).toBe(1)
    dataOf(await zheng.consents.withdraw({ purpose: 'tests' }))
    expect(await ask({ kind: 'employee', personId })).toMatchObject(needed)
    expect(handled).toBe(1)
  })
  it('is refused again when the words have changed since, until they are agreed to as well', async () => {
    const personId = house.keys.hash('person', '孙')
    const sun = house.employee('孙')
    dataOf(await sun.consents.give({ purpose: 'tests', version }))
    await house.database
      .open(consentsStore)
      .change(consentId(personId, 'tests'), (consent) =>
        done(consent ? { write: { ...consent, version: version - 1 }, reply: true } : { reply: true }),
      )
    expect(await ask({ kind: 'employee', personId })).toMatchObject(needed)
    dataOf(await sun.consents.give({ purpose: 'tests', version }))
    expect(await ask({ kind: 'employee', personId })).toEqual({ ok: true, data: {} })
  })
})
