import { rollUpUses as additionsOf, type UseBatch, withUses } from '../../src/domain/figures/roll-up-uses'
import { rollUpJob } from './roll-up-job'
import { useBatchesStore, useFiguresStore, useRollUpsStore } from './store'

export const rollUpUses = rollUpJob({
  name: 'roll-up-uses',
  batches: useBatchesStore,
  steps: useRollUpsStore,
  figures: useFiguresStore,
  additionsOf: async (batches: UseBatch[]) => additionsOf(batches),
  figureId: ({ month }) => month,
  withAddition: withUses,
  // Who started which test and asked for help within one minute is nobody's business once it is in the sums.
  afterwards: () => ({ uses: [] }),
})
