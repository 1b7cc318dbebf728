import type { Receipt } from '../../src/contract/privacy'
import type { Keys } from '../_kit/keys'

/** Over all that stands on the receipt, in one order: only this house can make it. */
export const receiptSeal = (keys: Keys, { number, at, kinds, account, backupsGoneAt }: Omit<Receipt, 'seal'>) =>
  keys.hash(
    'receipt',
    JSON.stringify([number, at, kinds.map(({ title, count }) => [title, count]), account, backupsGoneAt]),
  )
