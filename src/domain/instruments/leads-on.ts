import type { Instrument, InstrumentId } from './instrument'
import type { ScaleScore } from './score'

type Gate = { scale: string; from: number; to: InstrumentId }

/** Kroenke et al. 2009: three or more of six on either pair of questions calls for the whole questionnaire it is taken from. */
const gates: Partial<Record<InstrumentId, readonly Gate[]>> = {
  phq4: [
    { scale: 'depression', from: 3, to: 'phq9' },
    { scale: 'anxiety', from: 3, to: 'gad7' },
  ],
}

/** What this result leads on to, in the order to be asked; nothing where the gate stays shut or there is none. */
export const leadsOn = (
  { id, leadsTo }: Pick<Instrument, 'id' | 'leadsTo'>,
  scores: readonly Pick<ScaleScore, 'key' | 'score'>[],
): InstrumentId[] =>
  leadsTo.filter((next) =>
    gates[id]?.some(
      ({ scale, from, to }) => to === next && scores.some(({ key, score }) => key === scale && score >= from),
    ),
  )
