import type { Receipt } from '../../../contract/privacy'
import { storage } from '../../phone/storage'

/** What was asked to be destroyed and not answered yet: asked again, it carries the same number. */
export type Destruction = { number: string; kinds: string[]; account: boolean }

const ASKED = 'destruction'
const RECEIPT = 'receipt'

/** Letters and digits that cannot be taken for one another when they are read out. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 20

export const newNumber = () =>
  Array.from({ length: LENGTH }, () => SIGNS[Math.floor(Math.random() * SIGNS.length)]).join('')

export const askedDestruction = () => storage.read<Destruction>(ASKED)
export const keepAsked = (destruction: Destruction) => storage.write(ASKED, destruction)
export const dropAsked = () => storage.remove(ASKED)

/** Stays until its page is left, so that opening the page anew does not lose it. */
export const heldReceipt = () => storage.read<Receipt>(RECEIPT)
export const holdReceipt = (receipt: Receipt) => storage.write(RECEIPT, receipt)
export const dropReceipt = () => storage.remove(RECEIPT)
