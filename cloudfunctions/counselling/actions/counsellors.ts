import { workedAs } from '../../../src/domain/calendar/china'
import {
  approve,
  begin,
  type Counsellor,
  type Profile,
  sendBack,
  submit,
  write,
} from '../../../src/domain/counsellors/counsellor'
import { done, type Result, refused } from '../../../src/domain/result'
import { branchOf } from '../../../src/domain/staff/scope'
import { freeSlots, inModes } from '../../../src/domain/timetables/slots'
import { type Act, actOf, actsStore } from '../../_kit/acts'
import type { StaffCaller } from '../../_kit/caller'
import type { Context, Handlers } from '../../_kit/serve'
import { branchesStore, branchNames, openStations } from '../../people/open'
import { counsellorsStore } from '../counsellors-store'
import { cardOf, findCounsellors, shownUntil } from '../find-counsellors'
import { offeredNow, withShown } from '../offered'
import { allProfiles, profileOf } from '../show-profiles'
import { takenOf } from '../taken-times'

export const counsellors: Handlers<'counsellors'> = {
  list: async ({ after, ...filter }, context) => done(await findCounsellors(filter, after, context)),

  open: async ({ counsellorId }, { database, now }) => {
    const [offered, taken] = await Promise.all([
      offeredNow(counsellorId, { database, now }),
      takenOf([counsellorId], { from: now, until: shownUntil(now) }, database),
    ])
    if (!offered) return refused('COUNSELLOR_NOT_FOUND')
    const { live } = offered.counsellor
    const { sessionMinutes, noticeHours } = offered.timetable
    const between = { from: now, until: shownUntil(now) }
    const stands = taken(counsellorId)
    const nameOf = await branchNames([live.stationId], database)
    return done({
      ...cardOf(offered, stands, nameOf, { now, between, modes: live.modes }),
      about: live.about,
      issuedBy: live.qualification.issuedBy,
      sessionMinutes,
      noticeHours,
      slots: inModes(freeSlots(offered.timetable, stands, workedAs, now, between), live.modes),
    })
  },

  mine: async (_, { caller, database, now }) => {
    const [counsellor, stations] = await Promise.all([
      database.open(counsellorsStore).get(caller.staffId),
      openStations(database),
    ])
    return done({ mine: counsellor ? profileOf(counsellor, now) : null, stations })
  },

  saveDraft: async (draft, context) => {
    if (draft.stationId !== '') {
      const station = await context.database.open(branchesStore).get(draft.stationId)
      if (station?.kind !== 'station' || station.closed) return refused('STATION_NOT_FOUND')
    }
    const { caller } = context
    const branchId = branchOf(caller.grants.filter(({ role }) => role === 'counsellor'))
    return changeOwn(context, (counsellor) =>
      done(write(counsellor ?? begin(caller.staffId, branchId), branchId, draft satisfies Profile)),
    )
  },

  submit: (_, context) =>
    changeOwn(context, (counsellor) => (counsellor ? submit(counsellor, context.now) : refused('NOTHING_TO_SUBMIT'))),

  pause: ({ paused }, context) =>
    changeOwn(context, (counsellor) =>
      counsellor?.live ? done({ ...counsellor, paused }) : refused('PROFILE_NOT_LIVE'),
    ),

  all: async ({ which, after }, context) => done(await allProfiles(which, after, context)),

  approve: ({ counsellorId, submittedAt }, context) => {
    const { caller, now } = context
    const act = actOf(caller, now, { what: 'counsellor-approved', about: '', branchId: '' })
    return answer(counsellorId, act, context, (counsellor) =>
      said(approve(counsellor, { staffId: caller.staffId, name: caller.name, submittedAt }, now)),
    )
  },

  sendBack: ({ counsellorId, submittedAt, why }, context) => {
    const act = actOf(context.caller, context.now, { what: 'counsellor-sent-back', about: '', branchId: '' })
    return answer(counsellorId, act, context, (counsellor) => said(sendBack(counsellor, { submittedAt, why })))
  },
}

/** As the contract calls it: a result, a profile and a survey can each be handed in. */
const said = <T, Code extends string>(
  result: Result<T, Code>,
): Result<T, Exclude<Code, 'NOT_SUBMITTED'> | 'PROFILE_NOT_SUBMITTED'> =>
  result.ok || result.code !== 'NOT_SUBMITTED'
    ? (result as Result<T, Exclude<Code, 'NOT_SUBMITTED'>>)
    : refused('PROFILE_NOT_SUBMITTED')

const changeOwn = <Code extends string>(
  { caller, database, now }: Context<StaffCaller>,
  rule: (counsellor: Counsellor | undefined) => Result<Counsellor, Code>,
) =>
  database.open(counsellorsStore).change(caller.staffId, (before) => {
    const changed = rule(before)
    return changed.ok ? done({ write: withShown(changed.data), reply: profileOf(changed.data, now) }) : changed
  })

/** Written together with who answered: that a counsellor may be found is somebody's word. */
async function answer<Code extends string>(
  counsellorId: string,
  act: Act,
  { database, within }: Context<StaffCaller>,
  rule: (counsellor: Counsellor) => Result<Counsellor, Code>,
) {
  const refs = {
    counsellor: database.open(counsellorsStore).at(counsellorId),
    act: database.open(actsStore).at(act.id),
  }
  return database.together(refs, ({ counsellor }) => {
    const branchId = counsellor && within(counsellor.branchId)
    if (!counsellor || !branchId) return refused('COUNSELLOR_NOT_FOUND')
    const changed = rule(counsellor)
    if (!changed.ok) return changed
    const about = (counsellor.draft ?? counsellor.live)?.name ?? ''
    return done({ write: { counsellor: withShown(changed.data), act: { ...act, about, branchId } }, reply: {} })
  })
}
