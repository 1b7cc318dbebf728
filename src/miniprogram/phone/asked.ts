import type { Purpose } from '../../domain/consents/words'
import { storage } from './storage'

const NAME = 'asked'

/** What somebody on this phone was asked to agree to. */
export const askedPurposes = () => storage.read<Purpose[]>(NAME) ?? []
export const noteAsked = (purpose: Purpose) => {
  if (!askedPurposes().includes(purpose)) storage.write(NAME, [...askedPurposes(), purpose])
}
