import { randomBytes } from 'node:crypto'
import type { ShownCode } from '../../src/domain/staff/second-factor'
import { dataKeyId, dataKeysStore, findDataKey } from '../_kit/data-keys'
import { noteDestroyed } from '../_kit/destroyed-keys'
import { type SecondFactor, secondFactorsStore } from '../_kit/identity'
import type { Keys } from '../_kit/keys'
import { openStaffSecret } from '../_kit/reveal'
import type { Context } from '../_kit/serve'
import { stepsOf } from '../_kit/totp'

type Around = Pick<Context, 'database' | 'keys' | 'files' | 'now'>

const HOW_MANY = 8
/** 32 signs that are not taken for one another, so 50 bits a code. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'

const newRecoveryCode = () => {
  const signs = [...randomBytes(10)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

const recoveryHash = (staffId: string, code: string, keys: Keys) => keys.hash('recovery-code', `${staffId}\n${code}`)

/** To be shown once; only the hashes are kept. */
export function newRecoveryCodes(staffId: string, keys: Keys): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode)
  return { codes, hashes: codes.map((code) => recoveryHash(staffId, code, keys)) }
}

/** What the code could be, read outside of the transaction that takes it. */
export async function shownCode(factor: SecondFactor, code: string, around: Around): Promise<ShownCode> {
  if (!/^\d{6}$/.test(code)) return { steps: [], recovery: recoveryHash(factor.staffId, code, around.keys) }
  const { secret } = await openStaffSecret(secondFactorsStore, factor, around)
  return { steps: stepsOf(secret, code, around.now), recovery: '' }
}

/** For a lost phone, and when somebody leaves: a restored backup does not bring the secret back either. */
export async function destroySecondFactor(staffId: string, { database, keys, files, now }: Around) {
  await database.open(secondFactorsStore).remove(staffId)
  const key = await findDataKey(secondFactorsStore, staffId, { database, keys })
  if (!key) return
  await noteDestroyed([key.keyId], { files, now })
  await database.open(dataKeysStore).remove(dataKeyId(secondFactorsStore, staffId, keys))
}
