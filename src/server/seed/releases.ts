import { definitionHash, releaseId } from '../../../cloudfunctions/assessments/definition'
import type { Release } from '../../../cloudfunctions/assessments/store'
import { newest } from '../../domain/instruments/all'
import { instrumentIds } from '../../domain/instruments/instrument'
import { isReleased, release } from '../../domain/instruments/release'
import { supervisors } from './people'

/**
 * Every instrument, let out by the two supervisors, so that a fresh house offers them. What a union has to compare before it
 * lets them out itself stands in each instrument's `textConfidence`.
 */
export function seedReleases(begunAt: string): Release[] {
  const now = new Date(begunAt)
  return instrumentIds.map(newest).map((instrument) => {
    const { id: instrumentId, version } = instrument
    const hash = definitionHash(instrument)
    let released: Release = { id: releaseId(instrumentId, version), instrumentId, version, hash, by: [] }
    for (const who of supervisors) {
      const next = release(released, hash, who, now)
      if (!next.ok) throw new Error(`the seed's ${instrumentId} was refused: ${next.code}`)
      released = next.data
    }
    if (!isReleased(released)) throw new Error(`the seed does not offer ${instrumentId}`)
    return released
  })
}
