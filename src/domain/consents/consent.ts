import { done, type Result, refused } from '../result'
import { currentVersion } from './texts'
import type { Consent, Purpose } from './words'

/** More than a person changes their mind; what came first and what came last both stay. */
const MOST_HISTORY = 100

/** Given, not withdrawn since, and to the words of today. */
export const isGiven = (consent: Consent | undefined) =>
  consent !== undefined && consent.withdrawnAt === '' && consent.version === currentVersion(consent.purpose)

export function give(
  consent: Consent | undefined,
  asked: { id: string; personId: string; purpose: Purpose; version: number },
  now: Date,
): Result<Consent, 'CONSENT_TEXT_CHANGED'> {
  if (asked.version !== currentVersion(asked.purpose)) return refused('CONSENT_TEXT_CHANGED')
  if (consent && isGiven(consent)) return done(consent)
  const at = now.toISOString()
  return done({
    ...asked,
    givenAt: at,
    withdrawnAt: '',
    history: noted(consent, { what: 'given', version: asked.version, at }),
  })
}

/** Withdrawing twice, or what was never given, changes nothing. */
export function withdraw(consent: Consent | undefined, now: Date): Consent | undefined {
  if (consent?.withdrawnAt !== '') return consent
  const at = now.toISOString()
  return {
    ...consent,
    withdrawnAt: at,
    history: noted(consent, { what: 'withdrawn', version: consent.version, at }),
  }
}

function noted(consent: Consent | undefined, event: Consent['history'][number]): Consent['history'] {
  const [first, ...rest] = [...(consent?.history ?? []), event]
  return first ? [first, ...rest.slice(1 - MOST_HISTORY)] : []
}
