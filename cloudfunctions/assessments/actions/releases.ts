import { newest } from '../../../src/domain/instruments/all'
import { instrumentIds } from '../../../src/domain/instruments/instrument'
import { isReleased, release } from '../../../src/domain/instruments/release'
import { done, refused } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { definitionHash, definitionOf, releaseId } from '../definition'
import { releasesStore } from '../store'

export const releases: Handlers<'releases'> = {
  list: async (_, { caller, database }) => {
    const all = instrumentIds.map(newest)
    const ids = all.map(({ id, version }) => releaseId(id, version))
    const stored = new Map((await database.open(releasesStore).getMany(ids)).map((one) => [one.id, one]))
    return done({
      rows: all.map((instrument) => {
        const hash = definitionHash(instrument)
        const found = stored.get(releaseId(instrument.id, instrument.version))
        const same = found?.hash === hash ? found : undefined
        return {
          instrumentId: instrument.id,
          version: instrument.version,
          hash,
          by: (same?.by ?? []).map(({ staffId, name, at }) => ({ name, at, own: staffId === caller.staffId })),
          offered: same !== undefined && isReleased(same),
        }
      }),
    })
  },

  release: async ({ instrumentId, version, hash }, { caller, database, now }) => {
    // What is released is what was on the screen.
    if (definitionOf(instrumentId, version)?.hash !== hash) return refused('INSTRUMENT_NOT_FOUND')
    const id = releaseId(instrumentId, version)
    return database.open(releasesStore).change(id, (before) => {
      const released = release(
        before ?? { id, instrumentId, version, hash, by: [] },
        hash,
        { staffId: caller.staffId, name: caller.name },
        now,
      )
      return released.ok ? done({ write: released.data, reply: {} }) : released
    })
  },

  withdraw: async ({ instrumentId, version }, { database }) =>
    database
      .open(releasesStore)
      .change(releaseId(instrumentId, version), (before) =>
        before ? done({ write: null, reply: {} }) : refused('INSTRUMENT_NOT_FOUND'),
      ),
}
