import type { AnyRefusal } from '../../contract'
import { countUse } from '../counting/count-use'
import { dropTaking, keepTaking, type Taking, takingOf } from '../phone/takings'
import { api } from './api'

/** `missing` names questions the cloud found unanswered. */
export type Sent =
  | { state: 'scored' }
  | { state: 'incomplete'; missing: readonly number[] }
  | { state: 'refused'; code: AnyRefusal }

const consentNeeded: Sent = { state: 'refused', code: 'CONSENT_NEEDED' }

/** What was given up while the answer was on its way is not brought back. */
const change = (taking: Taking, by: Partial<Taking>) => {
  const now = takingOf(taking.instrumentId, new Date())
  if (now?.resultId === taking.resultId) keepTaking({ ...now, ...by })
}

/** Whoever began without a network has not been asked yet: no answer leaves the phone before. */
const isAgreed = async (): Promise<Sent | null> => {
  const reply = await api.consents.list({})
  if (reply.ok) return reply.data.rows.some(({ purpose, given }) => purpose === 'tests' && given) ? null : consentNeeded
  const { code } = reply as { code: AnyRefusal }
  return code === 'SIGN_IN_NEEDED' || code === 'NOT_ALLOWED' ? consentNeeded : { state: 'refused', code }
}

const send = async (taking: Taking): Promise<Sent> => {
  if (!taking.agreed) {
    const refused = await isAgreed()
    if (refused) return refused
    change(taking, { agreed: true })
  }
  const { resultId, instrumentId, version, answers, sex } = taking
  const reply = await api.results.submit({ resultId, instrumentId, version, answers: { ...answers }, sex, adult: true })
  if (!reply.ok) {
    if (reply.code === 'CONSENT_NEEDED') change(taking, { agreed: false })
    return { state: 'refused', code: reply.code as AnyRefusal }
  }
  if (!reply.data.complete) {
    change(taking, { done: false })
    return { state: 'incomplete', missing: reply.data.missing }
  }
  if (takingOf(instrumentId, new Date())?.resultId === resultId) dropTaking(instrumentId)
  countUse(`tests.finished.${instrumentId}`)
  return { state: 'scored' }
}

const underWay = new Map<string, Promise<Sent>>()

/** However often it is asked to, one taking is on its way once; sent again later it is still the same taking. */
export const sendTaking = (taking: Taking): Promise<Sent> => {
  const sending = underWay.get(taking.resultId) ?? send(taking).finally(() => underWay.delete(taking.resultId))
  underWay.set(taking.resultId, sending)
  return sending
}
