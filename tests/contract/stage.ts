import { customAlphabet } from 'nanoid'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import type { Stored } from '../../cloudfunctions/_kit/declaration'
import { membershipsStore, sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { readingsStore } from '../../cloudfunctions/_kit/ledger'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { resultsStore, surveysStore } from '../../cloudfunctions/assessments/store'
import { billsStore, chatsStore, counsellorsStore, hotlinesStore } from '../../cloudfunctions/counselling/store'
import { storable } from '../../cloudfunctions/events/events-store'
import { eventsStore, teachersStore } from '../../cloudfunctions/events/store'
import { branchCodesStore, branchesStore, importsStore } from '../../cloudfunctions/people/branches-store'
import { profilesStore, pseudonymsStore, type Unsealing, unsealingsStore } from '../../cloudfunctions/people/store'
import { CITY } from '../../src/domain/branches/words'
import { approve, asked } from '../../src/domain/readings/unsealing'
import { openSession } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import { roles } from '../../src/domain/staff/words'
import { keepBooking } from '../house/booked'
import { keepCounsellor } from '../house/counsellors'
import { keepEvent, keepLiveQuestion, keepSignup } from '../house/events'
import { keepHotline } from '../house/hotlines'
import { keepChat, keepDuty, keepNotice, keepResult } from '../house/kept'
import type { House } from '../house/open-house'
import { keepRecord } from '../house/records'
import { keepTeacher } from '../house/teachers'

const token = customAlphabet('abcdefghijklmnopqrstuvwxyz', 12)

/** A password that nobody knows. */
const PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

export type Stage = Awaited<ReturnType<typeof setStage>>

/**
 * One of everything that lies in a branch, fresh. Whatever shows it carries `mark`. `callerId` has begun the
 * import, and has asked to see the person, to which a colleague has agreed.
 */
export async function setStage(house: House, branchId: string, callerId: string) {
  const { database, clock, keys } = house
  const now = clock.now()
  const at = now.toISOString()
  const mark = token()
  const personId = keys.hash('person', mark)

  const member: StaffMember = {
    id: `staff-${mark}`,
    name: `同事${mark}`,
    login: `staff-${mark}`,
    grants: roles.map((role) => ({ role, branchId })),
    active: true,
    passwordHash: PASSWORD,
    createdAt: at,
    origin: `staff-${mark}`,
    waiting: null,
  }
  const beside: StaffMember = {
    ...member,
    id: `beside-${mark}`,
    login: `beside-${mark}`,
    waiting: {
      what: 'changed',
      grants: [{ role: 'auditor', branchId }],
      by: member.id,
      byName: member.name,
      byOrigin: member.origin,
      askedAt: at,
      expiresAt: later(now, 7 * 24),
    },
  }
  const session = openSession(secretId(newSecret('s_')), member, `浏览器${mark}`, now)
  const branch = {
    id: branchId,
    parentId: CITY,
    kind: 'unit' as const,
    name: `单位${mark}`,
    code: mark,
    address: '',
    closed: false,
    createdAt: at,
  }
  const code = { id: `code${mark}`, branchId, madeAt: at, expiresAt: later(now, 7 * 24), joined: 0 }
  const begun = {
    id: `import${mark}`,
    branchId,
    mode: 'add' as const,
    fileName: `名单${mark}.csv`,
    by: callerId,
    byName: `导入人${mark}`,
    lines: 2,
    seen: 0,
    added: 0,
    moved: 0,
    already: 0,
    removed: 0,
    refused: 0,
    nextPiece: 0,
    startedAt: at,
    endedAt: '',
  }
  const survey = {
    id: `surveynumber${mark}`,
    branchId,
    instrumentId: 'who5' as const,
    version: 1,
    from: at,
    until: later(now, 7 * 24),
    createdAt: at,
    publishedAt: '',
    cancelledAt: '',
    toDo: 'count' as const,
    due: later(now, 7 * 24),
    figures: null,
  }
  const pseudonym = `代号${mark}`
  const nickname = `昵称${mark}`
  const colleague = { staffId: member.id, name: member.name }
  const unsealing = (id: string, by: string): Unsealing => ({
    id: `${id}${mark}`,
    personId,
    pseudonym,
    branchId,
    reason: 'danger-to-life',
    ...asked({ staffId: by, name: `申请人${mark}` }, now),
  })
  const agreed = approve(unsealing('approved', callerId), colleague, now)
  if (!agreed.ok) throw new Error(agreed.code)
  const reading = {
    id: `reading${mark}`,
    at,
    by: member.id,
    byName: member.name,
    role: 'supervisor' as const,
    branchId,
    what: 'profiles',
    reason: 'danger-to-life' as const,
    approvedByName: '',
    entry: '',
  }
  const act = {
    id: `act${mark}`,
    at,
    by: member.id,
    byName: member.name,
    what: 'invited' as const,
    about: '',
    branchId,
  }

  await database.open(branchesStore).remove(branchId)
  await database.open(branchesStore).insert(branch)
  await database.open(staffStore).insertMany([member, beside])
  await database.open(sessionsStore).insert(session)
  await database.open(branchCodesStore).insert(code)
  await database.open(importsStore).insert(begun)
  await database.open(surveysStore).insert(survey)
  await database.open(readingsStore).insert(reading)
  await database.open(actsStore).insert(act)
  await keep(house, personId, { pseudonym, nickname, branchId, at })
  const result = await keepResult(house, personId, { id: `result${mark}`, at, says: nickname })
  const chat = await keepChat(house, personId, { id: `chat${mark}`, now, says: nickname })
  const { bookingId, waitId, wishId } = await keepBooking(house, personId, { mark, by: callerId, now, says: nickname })
  const { callId, caseId } = await keepDuty(house, personId, { mark, by: callerId, now, says: nickname })
  const wrote = { now, says: nickname } as const
  const { recordId } = await keepRecord(house, personId, { ...wrote, mark, by: callerId })
  const { recordId: closedRecordId } = await keepRecord(house, personId, {
    ...{ ...wrote, mark: `closed${mark}`, by: callerId, state: 'closed' },
  })
  const { requestId } = await keepRecord(house, personId, {
    ...{ ...wrote, mark: `asked${mark}`, by: member.id, supervision: { state: 'asked', takenBy: '' } },
  })
  const { requestId: takenRequestId } = await keepRecord(house, personId, {
    ...{ ...wrote, mark: `taken${mark}`, by: member.id, supervision: { state: 'taken', takenBy: callerId } },
  })
  const teacher = await keepTeacher(house, { id: `teacher${mark}`, branchId, name: `老师${mark}` })
  // Its door is open already: the list of who comes is there from a day before.
  const happens = {
    ...{ branchId, title: `活动${mark}`, hostId: callerId, teacherId: teacher.id },
    ...{ times: [{ from: later(now, 20), until: later(now, 22) }], closesAt: later(now, 12) },
    ...{ sharesUntil: later(now, 12), cancelUntil: later(now, 12) },
  }
  const { eventId } = await keepSignup(house, personId, { mark, now, says: nickname, ...happens })
  const questionId = await keepLiveQuestion(house, personId, { id: `question${mark}`, eventId, now, says: nickname })
  const event = (await database.open(eventsStore).get(eventId)) as Stored
  const planned = { ...happens, hostId: member.id }
  const draftEvent = storable(await keepEvent(house, now, { ...planned, id: `draft${mark}`, state: 'draft' }))
  const reviewingEvent = storable(await keepEvent(house, now, { ...planned, id: `review${mark}`, state: 'in-review' }))
  await keepNotice(house, personId, { id: `notice${mark}`, now, openid: `openid${mark}` })
  const { counsellor, submittedAt } = await keepCounsellor(house, { staffId: member.id, branchId, name: member.name })
  const hotline = await keepHotline(house, { mark, branchId, by: callerId })
  const waiting = unsealing('asked', member.id)
  await database.open(unsealingsStore).insertMany([waiting, agreed.data])

  const placed: [{ name: string }, Stored][] = [
    [staffStore, member],
    [staffStore, beside],
    [sessionsStore, session],
    [branchesStore, branch],
    [branchCodesStore, code],
    [surveysStore, survey],
    [importsStore, begun],
    [unsealingsStore, waiting],
    [unsealingsStore, agreed.data],
    [resultsStore, result],
    [chatsStore, chat],
    [hotlinesStore, hotline.directory],
    [billsStore, hotline.bill],
    [counsellorsStore, counsellor],
    [teachersStore, teacher],
    [eventsStore, event],
    [eventsStore, draftEvent],
    [eventsStore, reviewingEvent],
  ]
  return {
    mark,
    branchId,
    branchCode: branch.code,
    staffId: member.id,
    waitingId: beside.id,
    sessionId: session.id,
    codeId: code.id,
    importId: begun.id,
    surveyId: survey.id,
    personId,
    pseudonym,
    nickname,
    askedId: waiting.id,
    approvedId: agreed.data.id,
    resultId: result.id,
    callId,
    caseId,
    bookingId,
    waitId,
    wishId,
    chatId: chat.id,
    recordId,
    closedRecordId,
    requestId,
    takenRequestId,
    institutionId: hotline.institutionId,
    lineId: hotline.lineId,
    billId: hotline.bill.id,
    eventId,
    questionId,
    draftEvent,
    reviewingEvent,
    teacherId: teacher.id,
    counsellorId: counsellor.id,
    submittedAt,
    /** What of it stands in the database now. */
    now: () => Promise.all(placed.map(async ([store, { id }]) => database.open(store as typeof staffStore).get(id))),
  }
}

const later = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()

/** A person with a pseudonym, a sealed nickname and a branch, as if they had come by themselves. */
async function keep(
  { database, keys }: House,
  personId: string,
  { pseudonym, nickname, branchId, at }: { pseudonym: string; nickname: string; branchId: string; at: string },
) {
  const around = { database, keys }
  const profile = { id: personId, personId, pseudonym, nickname, createdAt: at }
  const nothing = async () => {}
  await keepFor(
    profilesStore,
    personId,
    around,
    (key) => database.open(profilesStore).insert(seal(profilesStore, profile, key)),
    nothing,
  )
  const taken = { id: pseudonym, personId, takenAt: at }
  await keepFor(pseudonymsStore, personId, around, () => database.open(pseudonymsStore).insert(taken), nothing)
  const standing = { id: personId, personId, branchId, since: at }
  await keepFor(membershipsStore, personId, around, () => database.open(membershipsStore).insert(standing), nothing)
  await keepFor(unsealingsStore, personId, around, nothing, nothing)
}
