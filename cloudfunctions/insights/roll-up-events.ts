import { rollUpEvents as additionsOf, withEvents } from '../../src/domain/figures/events'
import { eventFiguresStore, eventRollUpsStore, eventTalliesStore, type StoredEventTally } from './event-figures-store'
import { rollUpJob } from './roll-up-job'

export const rollUpEvents = rollUpJob({
  name: 'roll-up-events',
  batches: eventTalliesStore,
  steps: eventRollUpsStore,
  figures: eventFiguresStore,
  additionsOf: async (tallies: StoredEventTally[]) => additionsOf(tallies),
  figureId: ({ month }) => month,
  withAddition: withEvents,
  // At which hour somebody signed up is nobody's business once it is in the sums.
  afterwards: ({ hour }) => ({ counts: {}, hour: `${hour.slice(0, 10)}T00` }),
})
