import type { Instrument } from '../../../domain/instruments/instrument'
import type { Sex } from '../../../domain/instruments/score'
import { countUse } from '../../counting/count-use'
import { newBatchId } from '../../counting/counter'
import { keepTaking } from '../../phone/takings'

/** Begins anew, at the first question. */
export const begin = (instrument: Instrument, sex: Sex, agreed: boolean) => {
  const now = new Date().toISOString()
  keepTaking({
    resultId: newBatchId(),
    instrumentId: instrument.id,
    version: instrument.version,
    answers: {},
    item: instrument.items[0]?.n ?? 1,
    sex,
    agreed,
    begunAt: now,
    touchedAt: now,
    helped: '',
    soft: false,
    done: false,
    counted: false,
  })
  countUse(`tests.started.${instrument.id}`)
}
