import type { Reply } from '../../../contract'
import type { ShownResult } from '../../../contract/results'
import type { InstrumentId } from '../../../domain/instruments/instrument'
import { api } from '../../cloud/api'
import { useOwn } from '../../privacy/parts/use-own'

/** `taken`: this one among the others of the same instrument, the newest first. */
export type Told = { result: ShownResult; taken: ShownResult[] } | null

type Answer = Reply<Told, 'RESULT_NOT_FOUND'>

/** One question brings the result and what it is compared with; only one that is long past is asked for by itself. */
const ask = async (resultId: string, instrumentId: InstrumentId): Promise<Answer> => {
  const listed = await api.results.list({ instrumentId })
  if (!listed.ok) return listed
  const taken = listed.data.rows
  const found = taken.find(({ id }) => id === resultId)
  if (found) return { ok: true, data: { result: found, taken } }
  const opened = await api.results.open({ resultId })
  return opened.ok ? { ok: true, data: { result: opened.data, taken } } : opened
}

export const useResult = (resultId: string, instrumentId: InstrumentId) =>
  useOwn<Told, 'RESULT_NOT_FOUND'>(() => ask(resultId, instrumentId), null)
