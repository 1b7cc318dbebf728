import { give, isGiven, withdraw } from '../../../src/domain/consents/consent'
import { type Consent, purposes } from '../../../src/domain/consents/words'
import { done, type Result } from '../../../src/domain/result'
import { minutesLater } from '../../../src/domain/time'
import { consentId, consentsStore } from '../../_kit/consent'
import { keepFor } from '../../_kit/data-keys'
import type { Changed } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { takeBackCall } from '../../duty/open'
import { countAgain } from '../../insights/open'

export const consents: Handlers<'consents'> = {
  list: async (_, { caller, database }) => {
    const found = await database
      .open(consentsStore)
      .getMany(purposes.map((purpose) => consentId(caller.personId, purpose)))
    const rows = purposes.map((purpose) => {
      const consent = found.find((one) => one.purpose === purpose)
      return { purpose, given: isGiven(consent), history: consent?.history ?? [] }
    })
    return done({ rows })
  },

  give: async ({ purpose, version }, context) => {
    const { personId } = context.caller
    const stored = context.database.open(consentsStore)
    const asked = { id: consentId(personId, purpose), personId, purpose, version }
    // Asked before anything is kept, so that a refusal leaves nothing behind, not even a key.
    const may = give(await stored.get(asked.id), asked, context.now)
    if (!may.ok) return may
    const rule = (current: Consent | undefined): Result<Changed<Consent, true>, 'CONSENT_TEXT_CHANGED'> => {
      const given = give(current, asked, context.now)
      return given.ok ? done(given.data === current ? { reply: true } : { write: given.data, reply: true }) : given
    }
    const given = await keepFor(
      consentsStore,
      personId,
      context,
      () => stored.change(asked.id, rule),
      () => stored.remove(asked.id),
    )
    return given.ok ? done({}) : given
  },

  withdraw: async ({ purpose }, context) => {
    const { caller, database, now } = context
    const { data: consent } = await database
      .open(consentsStore)
      .change(consentId(caller.personId, purpose), (current) => {
        const withdrawn = withdraw(current, now)
        return done(withdrawn && withdrawn !== current ? { write: withdrawn, reply: withdrawn } : { reply: withdrawn })
      })
    // Without it nobody may call: the number goes with the consent.
    if (purpose === 'call-back') await takeBackCall(caller.personId, context)
    // Again for whoever asks again after a fault, and not for one who asks all day.
    if (purpose === 'figures' && consent && consent.withdrawnAt > minutesLater(now, -2).toISOString())
      await countAgain(caller.personId, context, consent.givenAt)
    return done({})
  },
}
