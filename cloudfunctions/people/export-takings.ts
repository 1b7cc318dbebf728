import { instrumentAt } from '../../src/domain/instruments/all'
import type { Answers } from '../../src/domain/instruments/answers'
import { type InstrumentId, instrumentIds } from '../../src/domain/instruments/instrument'
import type { ScaleScore } from '../../src/domain/instruments/score'

type Row = Record<string, unknown>

const isInstrument = (id: unknown): id is InstrumentId => instrumentIds.some((one) => one === id)

/** What a taking of a test holds, as a person reads it; undefined for anything else. */
export function sayTaking(field: string, value: string, row: Row): string | undefined {
  if (!isInstrument(row.instrumentId)) return undefined
  const instrument = instrumentAt(row.instrumentId, Number(row.version))
  if (!instrument) return undefined
  if (field === 'instrumentId') return instrument.title
  if (field === 'answers') {
    const answers = JSON.parse(value) as Answers
    return instrument.items
      .filter(({ n }) => answers[n] !== undefined)
      .map(
        ({ n, text, options }) => `${n}. ${text}：${instrument.optionSets[options]?.[answers[n] ?? -1]?.label ?? ''}`,
      )
      .join('；')
  }
  if (field === 'scores') {
    const scores = JSON.parse(value) as ScaleScore[]
    return scores
      .map(
        ({ key, score, says }) =>
          `${instrument.scales.find((scale) => scale.key === key)?.title ?? key} ${score}：${says}`,
      )
      .join('；')
  }
  return undefined
}
