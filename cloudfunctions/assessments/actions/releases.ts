import { CITY } from '../../../src/domain/branches/words'
import { instrumentAt, newest } from '../../../src/domain/instruments/all'
import { type InstrumentId, instrumentIds } from '../../../src/domain/instruments/instrument'
import { isReleased, release } from '../../../src/domain/instruments/release'
import { done, refused } from '../../../src/domain/result'
import { actOf, actsStore } from '../../_kit/acts'
import type { Database } from '../../_kit/database'
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
    const act = actOf(caller, now, { what: 'test-released', about: nameOf(instrumentId, version), branchId: CITY })
    return database.together(refsOf(id, act.id, database), ({ release: before }) => {
      const released = release(
        before ?? { id, instrumentId, version, hash, by: [] },
        hash,
        { staffId: caller.staffId, name: caller.name },
        now,
      )
      return released.ok ? done({ write: { release: released.data, act }, reply: {} }) : released
    })
  },

  withdraw: async ({ instrumentId, version }, { caller, database, now }) => {
    const act = actOf(caller, now, { what: 'test-withdrawn', about: nameOf(instrumentId, version), branchId: CITY })
    return database.together(refsOf(releaseId(instrumentId, version), act.id, database), ({ release: before }) =>
      before ? done({ write: { release: null, act }, reply: {} }) : refused('INSTRUMENT_NOT_FOUND'),
    )
  },
}

const nameOf = (instrumentId: InstrumentId, version: number) =>
  `${instrumentAt(instrumentId, version)?.title ?? instrumentId}（第 ${version} 版）`

/** Who let a test out, and who took it back, stays on record: of one taken back nothing else is left. */
const refsOf = (id: string, actId: string, database: Database) => ({
  release: database.open(releasesStore).at(id),
  act: database.open(actsStore).at(actId),
})
