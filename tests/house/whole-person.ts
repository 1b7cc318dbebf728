import { randomUUID } from 'node:crypto'

import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { secretId } from '../../cloudfunctions/_kit/keys'
import { plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { reveal } from '../../cloudfunctions/_kit/reveal'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { surveyAnswersStore } from '../../cloudfunctions/assessments/store'
import { typingStore } from '../../cloudfunctions/counselling/store'
import { doorKeepersStore } from '../../cloudfunctions/events/store'
import { ensureCity } from '../../cloudfunctions/people/branch-names'
import { profilesStore, unsealingsStore } from '../../cloudfunctions/people/store'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import type { NoticeKind, SubjectKind } from '../../src/domain/notices/words'
import { daysLater } from '../../src/domain/time'
import { keepBooking } from './booked'
import { dataOf } from './data-of'
import { keepLiveQuestion, keepSignup } from './events'
import { keepChat, keepDuty, keepNotice, keepResult } from './kept'
import type { House } from './open-house'
import { keepRecord } from './records'

/** Somebody on H5 who has used everything that stores anything, and whom a supervisor has had to look up. */
export async function wholePerson(house: House, pieceId: string, nickname = '夜班的小林') {
  const { key } = dataOf(await house.bearing().devices.enrol({}))
  const personId = house.keys.hash('person', `device\n${secretId(key)}`)
  const api = house.bearing(key)
  const now = house.clock.now()
  const around = { database: house.database, keys: house.keys, now }
  dataOf(await api.favourites.add({ pieceId }))
  const { pseudonym } = dataOf(await api.profile.rename({ nickname }))
  if (pseudonym === null) throw new Error('a renamed person has a pseudonym')
  dataOf(await api.consents.give({ purpose: 'tests', version: currentVersion('tests') }))
  dataOf(await api.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  dataOf(await api.consents.withdraw({ purpose: 'figures' }))
  dataOf(await api.privacy.export({}))
  await api.membership.proveByCode({ code: 'no such code' })
  dataOf(await api.membership.proveByCode({ code: await cityCode(house) }))
  const unsealings = house.database.open(unsealingsStore)
  const unsealing = {
    id: randomUUID(),
    personId,
    pseudonym,
    branchId: 'city',
    reason: 'danger-to-life' as const,
    by: 'gaohui',
    byName: '高慧',
    askedAt: now.toISOString(),
    approvedBy: 'shenyun',
    approvedByName: '沈云',
    approvedAt: now.toISOString(),
    expiresAt: daysLater(now, 1).toISOString(),
  }
  await keepFor(
    unsealingsStore,
    personId,
    around,
    () => unsealings.insert(unsealing),
    () => unsealings.remove(unsealing.id),
  )
  const answers = house.database.open(surveyAnswersStore)
  const answer = {
    id: randomUUID(),
    personId,
    surveyId: 'surveynumber0001',
    answeredAt: now.toISOString(),
    until: daysLater(now, 7).toISOString(),
    contribution: JSON.stringify({ branchId: CITY, bands: { total: 1 } }),
    destroyingSince: '',
  }
  await keepFor(
    surveyAnswersStore,
    personId,
    around,
    (key) => answers.insert(seal(surveyAnswersStore, answer, key)),
    () => answers.remove(answer.id),
  )
  await keepResult(house, personId, { id: randomUUID(), at: now.toISOString(), says: nickname })
  const { callId } = await keepDuty(house, personId, { mark: randomUUID(), by: 'gaohui', now, says: nickname })
  const kept = await keepBooking(house, personId, { mark: randomUUID(), by: 'gaohui', now, says: nickname })
  const chat = await keepChat(house, personId, { id: randomUUID(), now, says: nickname })
  const { toldAs } = await keepSignup(house, personId, { mark: randomUUID(), now, says: nickname })
  await keepLiveQuestion(house, personId, { id: randomUUID(), eventId: randomUUID(), now, says: nickname })
  const keepers = house.database.open(doorKeepersStore)
  const [eventId, until] = [randomUUID(), now.toISOString()]
  const keeper = { id: `${eventId}.${personId}`, eventId, personId, since: until, endsAt: until }
  await keepFor(
    doorKeepersStore,
    personId,
    around,
    () => keepers.insert(keeper),
    () => keepers.remove(keeper.id),
  )
  const said = (kind: NoticeKind, as: SubjectKind, id: string) =>
    ({ personId, kind, subject: { kind: as, id }, revision: 1, dueAt: now }) as const
  await plan(
    [
      said('call-accepted', 'call', callId),
      said('booking-changed', 'booking', kept.bookingId),
      said('slot-offered', 'offer', kept.waitId),
      said('wish-answered', 'wish', kept.wishId),
      said('event-changed', 'signup', toldAs),
      said('chat-waiting', 'chat', chat.id),
    ],
    around,
  )
  await house.database.open(typingStore).insert({ id: chat.id, person: '', counsellor: '', at: now.toISOString() })
  await keepRecord(house, personId, {
    ...{ mark: randomUUID(), by: 'gaohui', now, says: nickname, state: 'closed' },
    supervision: { state: 'asked', takenBy: '' },
  })
  await keepNotice(house, personId, { id: randomUUID(), now, openid: nickname })
  await lookUp(house, personId)
  await lookUp(house, personId)
  return { api, key, personId, pseudonym, nickname }
}

async function cityCode(house: House): Promise<string> {
  await ensureCity(house.database, house.clock.now())
  const wang = await house.staff(randomUUID(), '王建国', 'manager')
  return dataOf(await wang.branches.newCode({ branchId: CITY, days: 7 })).code
}

/** A supervisor reads the nickname; it stands in the person's ledger. */
export async function lookUp(house: House, personId: string) {
  const profile = await house.database.open(profilesStore).get(personId)
  if (!profile) throw new Error('nobody to look up')
  const caller = {
    kind: 'staff' as const,
    staffId: 'gaohui',
    name: '高慧',
    login: 'gaohui',
    sessionId: 'a session',
    expiresAt: daysLater(house.clock.now(), 1).toISOString(),
    roles: ['supervisor' as const],
    grants: [{ role: 'supervisor' as const, branchId: 'city' }],
  }
  const why = {
    reason: 'danger-to-life' as const,
    role: 'supervisor' as const,
    branchId: 'city',
    approvedByName: '沈云',
  }
  const { database, keys } = house
  return reveal(profilesStore, profile, why, { database, keys, now: house.clock.now(), caller })
}
