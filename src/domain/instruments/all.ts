import { auditC } from './data/audit-c'
import { cbi } from './data/cbi'
import { dass21 } from './data/dass21'
import { gad7 } from './data/gad7'
import { k6 } from './data/k6'
import { phq4 } from './data/phq4'
import { phq9 } from './data/phq9'
import { srq20 } from './data/srq20'
import { swls } from './data/swls'
import { who5 } from './data/who5'
import type { Instrument, InstrumentId } from './instrument'

/** Every version that was ever offered, oldest first: a result is shown with the version it was taken with. */
export const versions: Record<InstrumentId, readonly [Instrument, ...Instrument[]]> = {
  who5: [who5],
  phq4: [phq4],
  phq9: [phq9],
  gad7: [gad7],
  dass21: [dass21],
  cbi: [cbi],
  k6: [k6],
  srq20: [srq20],
  swls: [swls],
  'audit-c': [auditC],
}

export const newest = (id: InstrumentId): Instrument => versions[id][versions[id].length - 1] ?? versions[id][0]

export const instrumentAt = (id: InstrumentId, version: number): Instrument | undefined =>
  versions[id].find((instrument) => instrument.version === version)
