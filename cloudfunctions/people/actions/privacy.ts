import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { countUseBy } from '../../_kit/attempts'
import type { Keys } from '../../_kit/keys'
import type { Handlers } from '../../_kit/serve'
import { beginErasure, finishErasure } from '../erasures'
import { exportPart } from '../export'
import { declarations } from '../inventory'
import { shownKinds } from '../owned'
import { readingsOf } from '../readings-of'
import { receiptSeal } from '../receipts'
import { regionOf } from '../region'
import { type Erasure, erasuresStore } from '../store'
import { storedKinds } from '../stored-kinds'

const MOST_EXPORTS = 60
const WINDOW_MINUTES = 60

/** How long dumps of the keys are kept, apart from the data: what was destroyed is in no backup after that. */
const BACKUPS_KEEP_DAYS = 7

export const privacy: Handlers<'privacy'> = {
  stored: async (_, { caller, database, now }) =>
    done({ rows: await storedKinds(declarations, caller.personId, { database, now, region: regionOf() }) }),

  readings: async ({ after }, context) => done(await readingsOf(context.caller.personId, after, declarations, context)),

  export: async ({ after }, context) => {
    const counted = await countUseBy('export', context.caller.personId, MOST_EXPORTS, WINDOW_MINUTES, context)
    if (!counted.ok) return counted
    return done(await exportPart(declarations, after, { ...context, region: regionOf() }))
  },

  destroy: async ({ number, kinds, account }, context) => {
    const { personId } = context.caller
    const may = shownKinds(declarations).filter(({ owner }) => owner.destroyed === 'alone')
    const unknown = kinds.some((kind) => !may.some(({ name }) => name === kind))
    if (unknown || (kinds.length === 0 && !account)) return refused('KIND_NOT_FOUND')
    const before = await context.database.open(erasuresStore).get(number)
    // Somebody else's number: nobody learns from it whether it is under way.
    if (before && before.personId !== personId) return refused('KIND_NOT_FOUND')
    const erasure = await beginErasure(declarations, { id: number, personId, kinds, account }, context)
    await finishErasure(declarations, erasure, context)
    return done(receiptOf(erasure, context))
  },
}

/** Of an account: the kinds of which there was anything. */
function receiptOf(erasure: Erasure, { keys, now }: { keys: Keys; now: Date }) {
  const counts = new Map(erasure.kinds.map(({ kind, count }) => [kind, count]))
  const receipt = {
    number: erasure.id,
    at: now.toISOString(),
    kinds: shownKinds(declarations)
      .map(({ name, title }) => ({ name, title, count: counts.get(name) ?? 0 }))
      .filter(({ name, count }) => (erasure.account ? count > 0 : counts.has(name)))
      .map(({ title, count }) => ({ title, count })),
    account: erasure.account,
    backupsGoneAt: daysLater(now, BACKUPS_KEEP_DAYS).toISOString(),
  }
  return { ...receipt, seal: receiptSeal(keys, receipt) }
}
