import { customAlphabet } from 'nanoid'
import type { Input } from '../../src/contract'
import type { Api } from '../../src/contract/client'
import { dayOf, daysLater, minutesLater, startOfHour } from '../../src/domain/time'
import { dataOf } from './data-of'
import { openDay } from './open-day'

export const newEventId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 20)

type Saved = Input<'programme', 'save'>

/** Ten in the morning of that day: no hour at which a test runs makes an event end the day after. */
export const tenOn = (day: Date): Date => startOfHour(`${dayOf(day)}T10`) ?? day

/** An open day a week ahead as a host writes it, with sign-up from now until the day before. */
export function planOf(now: Date, more: Partial<Saved> = {}): Saved {
  const { id: _, hostId: __, state: ___, said: ____, ...plan } = openDay()
  const begins = tenOn(daysLater(now, 7))
  const dayBefore = daysLater(begins, -1).toISOString()
  return {
    ...plan,
    ...{ eventId: newEventId(), branchId: 'city', revision: 0, opensAt: now.toISOString(), closesAt: dayBefore },
    ...{ sharesUntil: dayBefore, cancelUntil: dayBefore },
    times: [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }],
    ...more,
  }
}

/** Written by one and released by the other. */
export async function announced(
  { host, second, now }: { host: Api; second: Api; now: Date },
  more: Partial<Saved> = {},
) {
  const draft = dataOf(await host.programme.save(planOf(now, more)))
  const handedIn = dataOf(await host.programme.submit({ eventId: draft.id, revision: draft.revision }))
  return dataOf(await second.programme.release({ eventId: draft.id, revision: handedIn.revision }))
}
