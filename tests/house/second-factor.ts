import { codeOfStep, stepAt } from '../../cloudfunctions/_kit/totp'
import type { Api } from '../../src/contract/client'
import { dataOf } from './data-of'
import type { House } from './open-house'

/** What an authenticator app shows at this moment of the house, or so many steps later. */
export const codeFor = (secret: string, house: House, later = 0) =>
  codeOfStep(secret, stepAt(house.clock.now()) + later)

/** Six digits that are none of the accepted ones. */
export const wrongCodeFor = (secret: string, house: House) => {
  const right = [-1, 0, 1].map((later) => codeFor(secret, house, later))
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) as string
}

/** Sets the second factor up as a colleague does who has just joined. */
export async function setUpSecondFactor(api: Api, house: House) {
  const { secret } = dataOf(await api.secondFactor.begin({}))
  const { recoveryCodes } = dataOf(await api.secondFactor.confirm({ code: codeFor(secret, house) }))
  return { secret, recoveryCodes }
}
