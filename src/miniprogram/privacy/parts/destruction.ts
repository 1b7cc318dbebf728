import type { Receipt } from '../../../contract/privacy'
import { storage } from '../../phone/storage'

/** What was asked to be destroyed and not answered yet: asked again, it carries the same number. */
export type Destruction = { number: string; kinds: string[]; account: boolean }

const ASKED = 'destruction'
const RECEIPT = 'receipt'

/** Letters and digits that cannot be taken for one another when they are read out. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 20

export const newNumber = () => Array.from(random(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('')

/** The number alone fetches the receipt again, so a browser draws it from its own source of secrets; WeChat has none at once. */
const random = (bytes: number): Iterable<number> & ArrayLike<number> =>
  typeof crypto === 'undefined' || !crypto.getRandomValues
    ? Array.from({ length: bytes }, () => Math.floor(Math.random() * 256))
    : crypto.getRandomValues(new Uint8Array(bytes))

export const askedDestruction = () => storage.read<Destruction>(ASKED)
export const keepAsked = (destruction: Destruction) => storage.write(ASKED, destruction)
export const dropAsked = () => storage.remove(ASKED)

/** Stays until its page is left, so that opening the page anew does not lose it. */
export const heldReceipt = () => storage.read<Receipt>(RECEIPT)
export const holdReceipt = (receipt: Receipt) => storage.write(RECEIPT, receipt)
export const dropReceipt = () => storage.remove(RECEIPT)
