import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Feature } from '../../src/contract'
import type { AnyAction, Audience } from '../../src/contract/action'
import type { Api } from '../../src/contract/client'
import { type House, openHouse } from '../house/open-house'

const audiences: Audience[] = ['visitor', 'employee', 'editor', 'reviewer', 'manager']

const actions = Object.entries(contract).flatMap(([feature, all]) =>
  Object.entries(all as unknown as Record<string, AnyAction>).map(([action, spec]) => ({ feature, action, spec })),
)

describe('who may ask what', () => {
  let house: House
  const callers = {} as Record<Audience, Api>
  beforeAll(async () => {
    house = await openHouse()
    callers.visitor = house.bearing()
    callers.employee = house.employee('林')
  })
  afterAll(() => house.close())

  it.each(actions)('$feature $action is for its audience and for nobody else', async ({ feature, action, spec }) => {
    for (const role of ['editor', 'reviewer', 'manager'] as const)
      callers[role] = await house.staff(`${feature}-${action}-${role}`.toLowerCase(), role, role)
    for (const audience of audiences) {
      const ask = callers[audience][feature as Feature] as unknown as Record<
        string,
        (data: unknown) => Promise<{ ok: boolean; code?: string }>
      >
      const reply = await ask[action]?.({})
      const allowed = spec.audience.includes(audience)
      expect({ audience, turnedAway: !reply?.ok && reply?.code === 'NOT_ALLOWED' }).toEqual({
        audience,
        turnedAway: !allowed,
      })
      expect(reply?.ok === false && reply.code === 'INTERNAL').toBe(false)
    }
  })

  it('covers every action of the contract', () => {
    expect(actions.length).toBe(Object.values(contract).reduce((sum, all) => sum + Object.keys(all).length, 0))
    expect(actions.every(({ spec }) => spec.audience.length > 0)).toBe(true)
  })
})
