import { createHash } from 'node:crypto'
import { instrumentAt } from '../../src/domain/instruments/all'
import { canonical } from '../../src/domain/instruments/canonical'
import type { Instrument, InstrumentId } from '../../src/domain/instruments/instrument'

/** SHA-256 of a definition: what was released is what is taken, and what a result was taken with. */
export const definitionHash = (instrument: Instrument) =>
  createHash('sha256').update(canonical(instrument)).digest('hex')

export const releaseId = (instrumentId: InstrumentId, version: number) => `${instrumentId}.${version}`

/** undefined when there is no such version here. */
export function definitionOf(instrumentId: InstrumentId, version: number) {
  const instrument = instrumentAt(instrumentId, version)
  return instrument && { instrument, hash: definitionHash(instrument) }
}
