import { randomBytes } from 'node:crypto'
import { PSEUDONYM_BYTES, pseudonymFrom } from '../../src/domain/profiles/pseudonym'
import { keepFor } from '../_kit/data-keys'
import { Busy, type Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { type Profile, profilesStore, pseudonymsStore } from './store'

type Around = { database: Database; keys: Keys; now: Date }

/** With over ten million to draw from, even a city of 400,000 rarely draws a second time. */
const MOST_DRAWS = 20

/** The person's profile; made with a pseudonym nobody else has where there is none yet. */
export async function ensureProfile(personId: string, around: Around): Promise<Profile> {
  const profiles = around.database.open(profilesStore)
  const found = await profiles.get(personId)
  if (found) return found
  const pseudonym = await takePseudonym(personId, around)
  const profile: Profile = { id: personId, personId, pseudonym, nickname: null, createdAt: around.now.toISOString() }
  const made = await keepFor(
    profilesStore,
    personId,
    around,
    () => profiles.insert(profile),
    () => profiles.remove(personId),
  )
  if (made === 'inserted') return profile
  const theirs = await profiles.get(personId)
  if (theirs?.pseudonym !== pseudonym) await around.database.open(pseudonymsStore).remove(pseudonym)
  if (!theirs) throw new Busy('the profile went as it came')
  return theirs
}

/** One that was taken before a profile could be made is used again. */
async function takePseudonym(personId: string, around: Around): Promise<string> {
  const pseudonyms = around.database.open(pseudonymsStore)
  const [taken] = (await pseudonyms.find({ index: 'byPerson', where: { personId }, limit: 1 })).rows
  if (taken) return taken.id
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const id = pseudonymFrom(randomBytes(PSEUDONYM_BYTES))
    let outcome: 'inserted' | 'duplicate' = 'duplicate'
    const write = async () => {
      outcome = await pseudonyms.insert({ id, personId, takenAt: around.now.toISOString() })
      return outcome
    }
    const undo = async () => {
      if (outcome === 'inserted') await pseudonyms.remove(id)
    }
    if ((await keepFor(pseudonymsStore, personId, around, write, undo)) === 'inserted') return id
  }
  throw new Busy('no free pseudonym was drawn')
}
