import {
  rollUpCounselling as additionsOf,
  counsellingFigureId,
  withCounselling,
} from '../../src/domain/figures/counselling'
import {
  counsellingFiguresStore,
  counsellingRollUpsStore,
  counsellingTalliesStore,
  type StoredCounsellingTally,
} from './counselling-store'
import { rollUpJob } from './roll-up-job'

export const rollUpCounselling = rollUpJob({
  name: 'roll-up-counselling',
  batches: counsellingTalliesStore,
  steps: counsellingRollUpsStore,
  figures: counsellingFiguresStore,
  additionsOf: async (tallies: StoredCounsellingTally[]) => additionsOf(tallies),
  figureId: counsellingFigureId,
  withAddition: withCounselling,
  // At which hour something happened with which counsellor is nobody's business once it is in the sums.
  afterwards: ({ hour }) => ({ counts: {}, staffId: '', hour: `${hour.slice(0, 10)}T00` }),
})
