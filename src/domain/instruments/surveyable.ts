import type { InstrumentId } from './instrument'

/** What a branch may ask of its people together: nothing that asks about harming oneself. */
export const surveyable = ['who5', 'k6', 'cbi', 'dass21'] as const satisfies readonly InstrumentId[]
export type Surveyable = (typeof surveyable)[number]
