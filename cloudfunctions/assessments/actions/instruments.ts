import { newest } from '../../../src/domain/instruments/all'
import { instrumentIds } from '../../../src/domain/instruments/instrument'
import { done } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { isOffered } from '../offered'

export const instruments: Handlers<'instruments'> = {
  offered: async (_, { database }) => {
    const offered = await isOffered(instrumentIds.map(newest), database)
    return done({ rows: offered.map(({ id, version }) => ({ instrumentId: id, version })) })
  },
}
