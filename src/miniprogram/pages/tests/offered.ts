import type { Output } from '../../../contract'
import type { InstrumentId } from '../../../domain/instruments/instrument'
import { api } from '../../cloud/api'
import { useReply } from '../../cloud/use-reply'

export type Offered = Output<'instruments', 'offered'>

/** Which ones may be taken says nothing about anybody: it is kept for reading off line. */
export const useOffered = () => useReply<Offered, never>('instruments', () => api.instruments.offered({}))

export const isOffered = ({ rows }: Offered, id: InstrumentId) => rows.some(({ instrumentId }) => instrumentId === id)
