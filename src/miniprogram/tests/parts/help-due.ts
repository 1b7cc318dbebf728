import { alertsOf, needsHelpNow } from '../../../domain/instruments/answers'
import type { Instrument } from '../../../domain/instruments/instrument'
import type { Taking } from '../../phone/takings'

/** The answers that call for help and have not been followed by it, as a mark to remember them by; null when there are none. */
export const helpDue = (
  instrument: Instrument,
  { answers, helped }: Pick<Taking, 'answers' | 'helped'>,
): string | null => {
  if (!needsHelpNow(instrument, answers)) return null
  const mark = alertsOf(instrument, answers)
    .filter(({ path }) => path === 'crisis')
    .map(({ item }) => `${item}:${answers[item]}`)
    .join(' ')
  return mark === helped ? null : mark
}
