import { expect } from 'vitest'
import { peopleJobs } from '../../cloudfunctions/people/jobs'
import { erasuresStore } from '../../cloudfunctions/people/store'
import { beforeCalls, destroyOver } from './before-each-call'
import { dataOf } from './data-of'
import type { House } from './open-house'
import { tracesOf } from './traces'
import { wholePerson } from './whole-person'

export const finishErasures = ({ database, files, keys, clock }: House) =>
  peopleJobs
    .find(({ name }) => name === 'finish-erasures')
    ?.run({ database, files, keys, now: clock.now(), timeLeft: () => true })

/**
 * Destroys one account after another, cut off at the first call to the database, then `stride` calls later, and so on until
 * one is not cut off any more. Gives how many had begun; each was finished by the clock and left nothing.
 */
export async function cutOffEach(house: House, pieceId: string, stride: number): Promise<number> {
  let begun = 0
  for (let call = 1, whole = false; !whole; call += stride) {
    const person = await wholePerson(house, pieceId)
    let calls = 0
    const cutOff = beforeCalls(house.database, async () => {
      if (++calls >= call) throw new Error('cut off')
    })
    const number = `numbermadebyphoneG${call}`
    const reply = await destroyOver(cutOff, house, person.key, { number, kinds: [], account: true })
    whole = reply.ok
    const isUnderWay = (await house.database.open(erasuresStore).get(number)) !== undefined
    if (isUnderWay) {
      begun++
      house.clock.forward(2)
      await finishErasures(house)
      house.clock.forward(3)
      await finishErasures(house)
    }
    const traces = tracesOf(house, person)
    const all = JSON.stringify(await house.dump())
    const left = traces.filter((trace) => all.includes(trace))
    if (isUnderWay || whole) expect({ call, left }).toEqual({ call, left: [] })
    else if (left.length > 0) expect(dataOf(await person.api.profile.show({})).nickname).toBe(person.nickname)
  }
  return begun
}
