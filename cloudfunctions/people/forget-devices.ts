import { daysLater } from '../../src/domain/time'
import type { AnyDeclaration } from '../_kit/declaration'
import { devicesStore } from '../_kit/identity'
import type { Job } from '../_kit/job'
import { eraseAccount } from './erasures'
import { ownedBy } from './owned'

const A_PAGE = 20

/** A browser that was not used for as long as it is kept: nobody can reach what is stored under its key, so all of it goes. */
export const forgetDevices = (declarations: readonly AnyDeclaration[]): Job => ({
  name: 'forget-devices',
  everyMinutes: 60,
  run: async ({ timeLeft, ...around }) => {
    const { keep } = devicesStore
    if (!('days' in keep)) throw new Error('devices are kept without end')
    const before = daysLater(around.now, -keep.days).toISOString()
    const devices = around.database.open(devicesStore)
    let forgotten = 0
    while (timeLeft()) {
      const { rows } = await devices.find({ index: 'bySeen', range: { before }, limit: A_PAGE })
      if (rows.length === 0) break
      for (const { id, personId } of rows) {
        if (!timeLeft()) return forgotten
        const still = await devices.get(id)
        if (!still || still.seenAt >= before) continue
        await eraseAccount(ownedBy(declarations), personId, { ...around, by: 'retention' })
        forgotten++
      }
    }
    return forgotten
  },
})
