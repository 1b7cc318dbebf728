import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { countUse, countUseBy } from '../../_kit/attempts'
import type { Keys } from '../../_kit/keys'
import type { Handlers } from '../../_kit/serve'
import { beginErasure, finishErasure } from '../erasures'
import { exportPart } from '../export'
import { declarations } from '../inventory'
import { shownKinds } from '../owned'
import { readingsOf } from '../readings-of'
import { receiptSeal } from '../receipts'
import { regionOf } from '../region'
import { type Erasure, erasuresStore, type KeptReceipt, receiptsStore } from '../store'
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
    const receipts = context.database.open(receiptsStore)
    const before = await context.database.open(erasuresStore).get(number)
    // Somebody else's number: nobody learns from it whether it is under way.
    if (before && before.personId !== personId) return refused('KIND_NOT_FOUND')
    const given = before?.endedAt === '' ? undefined : await receipts.get(idOf(number, context.keys))
    if (given) return done(sealedReceipt(number, given, context.keys))
    const erasure = await beginErasure(declarations, { id: number, personId, kinds, account }, context)
    if (erasure.personId !== personId) return refused('KIND_NOT_FOUND')
    const receipt = receiptOf(erasure, context.keys)
    await receipts.insert(receipt)
    await finishErasure(declarations, erasure, context)
    return done(sealedReceipt(number, receipt, context.keys))
  },

  receipt: async ({ number }, context) => {
    const counted = await countUse('receipt', MOST_RECEIPTS, WINDOW_MINUTES, context)
    if (!counted.ok) return counted
    const given = await context.database.open(receiptsStore).get(idOf(number, context.keys))
    // One that is under way is finished by asking to destroy again, or by the clock.
    const underWay = given && (await context.database.open(erasuresStore).get(number))
    return given && !(underWay && underWay.endedAt === '')
      ? done(sealedReceipt(number, given, context.keys))
      : refused('RECEIPT_NOT_FOUND')
  },
}

const idOf = (number: string, keys: Keys) => keys.hash('receipt-number', number)

/** A whole office can stand behind one address. */
const MOST_RECEIPTS = 120

/** Of an account: the kinds of which there was anything. */
function receiptOf({ id, kinds, account, startedAt }: Erasure, keys: Keys): KeptReceipt {
  const counts = new Map(kinds.map(({ kind, count }) => [kind, count]))
  return {
    id: idOf(id, keys),
    at: startedAt,
    kinds: shownKinds(declarations)
      .map(({ name, title }) => ({ name, title, count: counts.get(name) ?? 0 }))
      .filter(({ name, count }) => (account ? count > 0 : counts.has(name)))
      .map(({ title, count }) => ({ title, count })),
    account,
    backupsGoneAt: daysLater(new Date(startedAt), BACKUPS_KEEP_DAYS).toISOString(),
  }
}

function sealedReceipt(number: string, { at, kinds, account, backupsGoneAt }: KeptReceipt, keys: Keys) {
  const receipt = { number, at, kinds, account, backupsGoneAt }
  return { ...receipt, seal: receiptSeal(keys, receipt) }
}
