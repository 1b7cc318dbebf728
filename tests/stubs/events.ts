import type { Output } from '../../src/contract'
import type { EventCard } from '../../src/contract/events'
import { minutesLater } from '../../src/domain/time'

type Opened = Output<'events', 'open'>

const DAY = 24 * 60

/** An open day of two hours, so many minutes from now, as everybody sees it. */
export const eventCard = (minutes: number, change: Partial<EventCard> = {}): EventCard => {
  const from = minutesLater(new Date(), minutes)
  return {
    ...{ id: 'eventnumber00000001', kind: 'open-day', title: '夜里怎么睡好', theme: '睡个好觉' },
    ...{ branchName: '和平区总工会', where: '东门驿站', teacherName: '' },
    times: [{ from: from.toISOString(), until: minutesLater(from, 120).toISOString() }],
    ...{ stand: 'open', way: 'first-come', audience: 'all', capacity: 30, left: 4, waiting: null },
    ...{ shares: { shift: 0, newcomer: 0 }, relatives: 0 },
    opensAt: minutesLater(from, -20 * DAY).toISOString(),
    closesAt: minutesLater(from, -60).toISOString(),
    ...change,
  }
}

/** The same with all that its own page says. */
export const openedEvent = (minutes: number, change: Partial<Opened> = {}): Opened => {
  const before = (days: number) => minutesLater(new Date(), minutes - days * DAY).toISOString()
  return {
    ...eventCard(minutes),
    ...{ about: '听一听，也可以只是坐坐。', link: '', questions: [], hours: 0, revision: 1, said: '' },
    ...{ teacher: null, mine: null, sharesUntil: before(2), cancelUntil: before(1) },
    ...change,
  }
}
