import { canonical } from '../../domain/instruments/canonical'
import type { Instrument } from '../../domain/instruments/instrument'

/**
 * Whether what stands on this page is what the cloud would release: a page left open may be older. Without https a browser
 * reckons no hash; there page and cloud come from the same place, and what is released is what the cloud listed.
 */
export const isSame = async (instrument: Instrument, hash: string): Promise<boolean> => {
  if (!window.isSecureContext) return true
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(instrument)))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('') === hash
}
