import { type DataKey, keepFor } from '../../cloudfunctions/_kit/data-keys'
import { plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { subscriptionsStore } from '../../cloudfunctions/_kit/outbox/store'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { resultsStore } from '../../cloudfunctions/assessments/store'
import { chatsStore, messagesStore, picturesStore } from '../../cloudfunctions/counselling/store'
import { stored } from '../../cloudfunctions/counselling/stored-chat'
import { callsStore, casesStore } from '../../cloudfunctions/duty/store'
import { withDue } from '../../cloudfunctions/duty/stored-call'
import { plainCase } from '../../cloudfunctions/duty/stored-case'
import { ask, say } from '../../src/domain/chats/chat'
import { accept, open } from '../../src/domain/duty/call'
import { decide, refer } from '../../src/domain/duty/case'
import type { House } from './open-house'

/** Something they answered, whose sealed result says what nobody else may see. */
export async function keepResult(
  { database, keys }: House,
  personId: string,
  { id, at, says }: { id: string; at: string; says: string },
) {
  const instrument = { instrumentId: 'phq9' as const, version: 1, hash: 'a hash' }
  const sealed = { answers: '{"1":2}', scores: JSON.stringify([{ key: 'total', score: 17, says }]) }
  const result = { id, personId, ...instrument, takenAt: at, ...sealed, destroyingSince: '' }
  const write = (key: DataKey) => database.open(resultsStore).insert(seal(resultsStore, result, key))
  await keepFor(resultsStore, personId, { database, keys }, write, async () => {})
  return result
}

/** A call that `by` accepted and a case that `by` owns, both of which say what nobody else may see. */
export async function keepDuty(
  { database, keys }: House,
  personId: string,
  { mark, by, now, says }: { mark: string; by: string; now: Date; says: string },
) {
  const around = { database, keys }
  const nothing = async () => {}
  const at = now.toISOString()
  const [callId, caseId] = [`call${mark}`, `case${mark}`]
  const accepted = accept(open(personId, { duty: [by], head: '' }, now), by, now)
  const chosen = { id: caseId, colour: 'red', reason: 'was-harmed', by, reviewInDays: 1 } as const
  const decided = decide(undefined, chosen, now)
  if (!accepted.ok || !decided.ok) throw new Error('no call or case')
  const to = { level: 'L1', to: '本中心', note: says, by, followUpInDays: 1 } as const
  const referred = refer(decided.data, to, now)
  if (!referred.ok) throw new Error(referred.code)
  const one = plainCase({ ...referred.data, handOverNote: '' }, { personId, openedAt: at })
  const brought = {
    phone: says,
    hasNumber: true,
    askedAs: callId,
    referral: JSON.stringify({ ground: 'danger', note: says }),
    referralId: '',
    referredByName: '',
  }
  const call = { ...accepted.data, ...brought, personId, callId, log: [], due: '' }
  const writeCall = (key: DataKey) => database.open(callsStore).insert(withDue(seal(callsStore, call, key)))
  const writeCase = (key: DataKey) => database.open(casesStore).insert(seal(casesStore, one, key))
  await keepFor(callsStore, personId, around, writeCall, nothing)
  await keepFor(casesStore, personId, around, writeCase, nothing)
  return { callId, caseId }
}

/** A conversation that is left waiting for anybody, and what was said in it. */
export async function keepChat(
  { database, keys }: House,
  personId: string,
  { id, now, says }: { id: string; now: Date; says: string },
) {
  const around = { database, keys }
  const nothing = async () => {}
  const left = ask(id, personId, { crew: [], promisedAt: now }, now)
  const said = say(left, 'person', now)
  if (!said.ok) throw new Error(said.code)
  const chat = stored(said.data, '')
  const message = {
    id: `${id}.first`,
    personId,
    chatId: id,
    number: 1,
    by: '',
    at: now.toISOString(),
    text: says,
    image: null,
  }
  const write = (key: DataKey) =>
    database.open(messagesStore).insert(seal(messagesStore, { ...message, side: 'person' }, key))
  await keepFor(chatsStore, id, around, () => database.open(chatsStore).insert(chat), nothing, personId)
  await keepFor(messagesStore, id, around, write, nothing, personId)
  const picture = { id: `${id}.second.0`, personId, chatId: id, messageId: 'second', piece: 0, bytes: 4, unsent: false }
  const show = (key: DataKey) =>
    database.open(picturesStore).insert(seal(picturesStore, { ...picture, at: now.toISOString(), data: says }, key))
  await keepFor(picturesStore, id, around, show, nothing, personId)
  return chat
}

/** A notice to come, and a consent to one message of WeChat's. */
export async function keepNotice(
  { database, keys }: House,
  personId: string,
  { id, now, openid }: { id: string; now: Date; openid: string },
) {
  const around = { database, keys }
  const subject = { kind: 'booking', id } as const
  const dueAt = new Date(now.getTime() + 7 * 24 * 3_600_000)
  await plan([{ personId, kind: 'booking-changed', subject, revision: 1, dueAt }], around)
  const consent = {
    id: `${personId}.${id}`,
    personId,
    templateId: 'any',
    openid,
    givenAt: now.toISOString(),
    spentOn: '',
  }
  const write = (key: DataKey) => database.open(subscriptionsStore).insert(seal(subscriptionsStore, consent, key))
  await keepFor(subscriptionsStore, personId, around, write, async () => {})
}
