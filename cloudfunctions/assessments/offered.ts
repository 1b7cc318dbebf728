import type { Instrument } from '../../src/domain/instruments/instrument'
import { isReleased } from '../../src/domain/instruments/release'
import type { Database } from '../_kit/database'
import { definitionHash, releaseId } from './definition'
import { releasesStore } from './store'

/** Those of these definitions that two people released exactly as they are. */
export async function isOffered(instruments: readonly Instrument[], database: Database): Promise<Instrument[]> {
  const ids = instruments.map(({ id, version }) => releaseId(id, version))
  const releases = new Map((await database.open(releasesStore).getMany(ids)).map((release) => [release.id, release]))
  return instruments.filter((instrument) => {
    const release = releases.get(releaseId(instrument.id, instrument.version))
    return release !== undefined && isReleased(release) && release.hash === definitionHash(instrument)
  })
}
