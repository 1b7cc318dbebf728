import type { Input } from '../../src/contract'
import { leftOpen, open } from '../../src/domain/duty/call'
import { done, type Result, refused } from '../../src/domain/result'
import { keepFor } from '../_kit/data-keys'
import { Busy } from '../_kit/database'
import { type Opened, seal } from '../_kit/sealing'
import { watchSince } from './crew'
import { type Ending, endCall } from './end-call'
import { callsStore, type StoredCall } from './store'
import { dueOf, withDue } from './stored-call'

type Around = Ending

/** What somebody brings to a call: the person their number, a counsellor why they should be called. */
type Brought = Pick<StoredCall, 'askedAs' | 'hasNumber' | 'referralId' | 'referredByName'> & {
  phone: string
  referral: string | null
}

const NOTHING: Brought = {
  ...{ phone: '', hasNumber: false, askedAs: '' },
  ...{ referral: null, referralId: '', referredByName: '' },
}

export const aNumber = (callId: string, phone: string): Brought => ({
  ...NOTHING,
  ...{ askedAs: callId, phone, hasNumber: true },
})

export const aReferral = (
  { callId, ground, note }: Pick<Input<'calls', 'refer'>, 'callId' | 'ground' | 'note'>,
  referredByName: string,
): Brought => ({ ...NOTHING, referralId: callId, referredByName, referral: JSON.stringify({ ground, note }) })

/** The person's call as it stands at this instant; one that nobody ended in time is ended first. */
export async function standingCall(personId: string, around: Around): Promise<StoredCall | undefined> {
  const { database, now } = around
  const found = await database.open(callsStore).get(personId)
  if (!found) return undefined
  const current = leftOpen(found, now)
  if (current.state !== 'closed') return current
  await endCall(current, around)
  return undefined
}

/** The first thing brought opens the call. Undefined where another was opened at the same instant. */
export async function openCall(callId: string, personId: string, brought: Brought, around: Around) {
  const { database, now } = around
  const stored = database.open(callsStore)
  const { at } = await watchSince(now, [], around)
  const opened = open(personId, at(now), now)
  const plain: Opened<StoredCall> = { ...opened, ...brought, personId, callId, log: [], due: dueOf(opened) }
  let written: StoredCall | undefined
  const inserted = await keepFor(
    callsStore,
    personId,
    around,
    (key) => {
      written = seal(callsStore, plain, key)
      return stored.insert(written)
    },
    () => takeBack(personId, ({ phone }) => phone === written?.phone, around),
  )
  return inserted === 'inserted' ? written : undefined
}

/** Adds to a call that stands what it lacks; refused where somebody brought the same before. */
export async function addTo(
  { callId, personId }: StoredCall,
  brought: Brought,
  around: Around,
): Promise<Result<StoredCall, 'THERE'>> {
  const { database, now } = around
  const added = await keepFor(
    callsStore,
    personId,
    around,
    (key) => {
      const sealed = seal(callsStore, { ...open(personId, { duty: [], head: '' }, now), ...brought, ...EMPTY }, key)
      return database.open(callsStore).change(personId, (call): Result<Added, 'THERE' | 'GONE'> => {
        if (call?.callId !== callId || call.state === 'closed') return refused('GONE')
        if (brought.hasNumber ? call.hasNumber : call.referralId !== '') return refused('THERE')
        const { phone, hasNumber, askedAs, referral, referralId, referredByName } = sealed
        const more = hasNumber ? { phone, hasNumber, askedAs } : { referral, referralId, referredByName }
        const write = withDue({ ...call, ...more })
        return done({ write, reply: write })
      })
    },
    async () => {},
  )
  if (added.ok) return added
  if (added.code === 'GONE') throw new Busy('ended meanwhile')
  return refused('THERE')
}

const EMPTY = { personId: '', callId: '', log: [], due: '' }
type Added = { write: StoredCall; reply: StoredCall }

const takeBack = (personId: string, isIt: (call: StoredCall) => boolean, { database }: Pick<Around, 'database'>) =>
  database
    .open(callsStore)
    .change(personId, (call) => (call && isIt(call) ? done({ write: null, reply: true }) : done({ reply: false })))
