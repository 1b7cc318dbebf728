import { type InstrumentId, instrumentIds } from '../../../domain/instruments/instrument'

/** The one that an address names, if there is such a one. */
export const askedId = (of: string | undefined): InstrumentId | undefined => instrumentIds.find((id) => id === of)
