import type { Output } from '../../../contract'
import type { Instrument } from '../../../domain/instruments/instrument'
import { daysLater } from '../../../domain/time'
import { api } from '../../cloud/api'
import { dateOf } from '../../phone/times'
import { useConsents } from '../../privacy/parts/use-consents'
import { useOwn } from '../../privacy/parts/use-own'

type Results = Output<'results', 'list'>
const NONE: Results = { rows: [], next: null }

/** What is to be known before beginning: whether the person agreed, and when it was taken last. `unknown`: the cloud is out of reach. */
export const useBefore = ({ id, againAfterDays }: Instrument) => {
  const { own: consents } = useConsents()
  const { own: results } = useOwn<Results, never>(() => api.results.list({ instrumentId: id }), NONE)
  const last = results.state === 'shown' ? results.data.rows[0] : undefined

  const consent = (): 'asking' | 'given' | 'missing' | 'unknown' => {
    if (consents.state === 'waiting') return 'asking'
    if (consents.state === 'refused') return 'unknown'
    return consents.data.rows.some(({ purpose, given }) => purpose === 'tests' && given) ? 'given' : 'missing'
  }
  return {
    consent: consent(),
    lastTime: last && {
      date: dateOf(last.takenAt),
      tooSoon: daysLater(new Date(last.takenAt), againAfterDays) > new Date(),
    },
  }
}
