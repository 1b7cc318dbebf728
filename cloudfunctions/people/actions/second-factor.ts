import { done, refused } from '../../../src/domain/result'
import { confirmFactor } from '../../../src/domain/staff/second-factor'
import { countUseBy } from '../../_kit/attempts'
import { keepFor } from '../../_kit/data-keys'
import { secondFactorsStore, sessionsStore } from '../../_kit/identity'
import { seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'
import { newTotpSecret, totpUri } from '../../_kit/totp'
import { newRecoveryCodes, shownCode } from '../second-factors'
import { endSessions } from '../staff-sessions'

/** Setting up takes a person two or three. */
const MOST_TRIES = 20
const WINDOW_MINUTES = 10

export const secondFactor: Handlers<'secondFactor'> = {
  begin: async (_, context) => {
    const { staffId, login } = context.caller
    const factors = context.database.open(secondFactorsStore)
    const secret = newTotpSecret()
    const blank = { id: staffId, staffId, secret, confirmedAt: '', lastStep: 0, recovery: [] }
    let written = ''
    const begun = await keepFor(
      secondFactorsStore,
      staffId,
      context,
      (key) => {
        const factor = seal(secondFactorsStore, blank, key)
        written = factor.secret
        return factors.change(staffId, (current) =>
          current && current.confirmedAt !== '' ? refused('SET_UP_AGAIN') : done({ write: factor, reply: true }),
        )
      },
      () =>
        factors.change(staffId, (current) =>
          current?.secret === written ? done({ write: null, reply: true }) : refused('SET_UP_AGAIN'),
        ),
    )
    return begun.ok ? done({ secret, uri: totpUri(secret, login) }) : begun
  },

  confirm: async ({ code }, context) => {
    const { caller, database, keys, now } = context
    const counted = await countUseBy('second-factor', caller.staffId, MOST_TRIES, WINDOW_MINUTES, context)
    if (!counted.ok) return counted
    const factors = database.open(secondFactorsStore)
    const found = await factors.get(caller.staffId)
    if (found?.confirmedAt !== '') return refused('SET_UP_AGAIN')
    const shown = await shownCode(found, code, context)
    const recovery = newRecoveryCodes(caller.staffId, keys)
    const confirmed = await database.together(
      { factor: factors.at(caller.staffId), session: database.open(sessionsStore).at(caller.sessionId) },
      ({ factor, session }) => {
        if (!session || factor?.secret !== found.secret) return refused('SET_UP_AGAIN')
        const set = confirmFactor(factor, shown, recovery.hashes, now)
        if (!set.ok) return set
        return done({ write: { factor: set.data, session: { ...session, joining: false } }, reply: true })
      },
    )
    if (!confirmed.ok) return confirmed
    await endSessions(caller.staffId, database, ({ joining }) => joining)
    return done({ recoveryCodes: recovery.codes })
  },
}
