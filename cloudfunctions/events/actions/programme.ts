import type { Event } from '../../../src/domain/events/event'
import { announce, callOff, copyOf, moveTo, returnToDraft, submit, write } from '../../../src/domain/events/moves'
import { done, type Result, refused } from '../../../src/domain/result'
import { isScheduled } from '../../../src/domain/teachers/exit'
import { actOf, actsStore } from '../../_kit/acts'
import type { StaffCaller } from '../../_kit/caller'
import type { Context, Handlers } from '../../_kit/serve'
import { changeEvent, eventWithin } from '../change-event'
import { eventsStore, type StoredEvent, storable } from '../events-store'
import { lecturesOf } from '../lectures'
import { quotaId, quotasStore } from '../quotas-store'
import { putSeats } from '../seats'
import { programmed, programmedOne, programmeOf } from '../show-programme'
import { teacherKnown } from '../teachers-store'

export const programme: Handlers<'programme'> = {
  list: async ({ which, kind, after }, context) => done(await programmeOf(which, { kind, after }, context)),

  open: async ({ eventId }, context) => {
    const event = await eventWithin(eventId, context)
    return event ? done(await programmedOne(event, context)) : refused('EVENT_NOT_FOUND')
  },

  save: async ({ eventId, branchId: _, revision, ...plan }, context) => {
    const { branchId, caller, database, within } = context
    if (plan.teacherId !== '' && !(await teacherKnown(plan.teacherId, database))) return refused('TEACHER_NOT_FOUND')
    const asked = { id: eventId, branchId, hostId: caller.staffId, revision }
    return shown(
      await database.open(eventsStore).change(eventId, (before) => {
        if (before && !within(before.branchId)) return refused('EVENT_NOT_FOUND')
        const written = write(before, asked, plan)
        if (!written.ok) return written
        const event = storable(written.data)
        return done({ write: event, reply: event })
      }),
      context,
    )
  },

  /** A draft has nobody signed up, and nothing that has to be kept. */
  remove: ({ eventId, revision }, { database, within }) =>
    database.open(eventsStore).change(eventId, (event) => {
      if (!event || !within(event.branchId)) return refused('EVENT_NOT_FOUND')
      if (event.state !== 'draft') return refused('EVENT_NOT_A_DRAFT')
      return event.revision === revision ? done({ write: null, reply: {} }) : refused('EVENT_CHANGED')
    }),

  submit: async ({ eventId, revision }, context) =>
    withTeacher(eventId, context, () =>
      changeEvent(eventId, { what: 'event-submitted' }, context, (event) => submit(event, { revision }, context.now)),
    ),

  withdraw: async ({ eventId, revision }, context) =>
    shown(
      await changeEvent(eventId, { what: 'event-returned' }, context, (event) =>
        returnToDraft(event, { revision, said: '' }),
      ),
      context,
    ),

  sendBack: async ({ eventId, revision, why }, context) =>
    shown(
      await changeEvent(eventId, { what: 'event-returned' }, context, (event) =>
        returnToDraft(event, { revision, said: why }),
      ),
      context,
    ),

  release: async ({ eventId, revision }, context) =>
    withTeacher(eventId, context, () => release(eventId, revision, context)),

  copy: async ({ eventId, copies }, context) => {
    const { caller, database, now } = context
    const event = await eventWithin(eventId, context)
    if (!event) return refused('EVENT_NOT_FOUND')
    const drafts: Event[] = []
    for (const { eventId: id, from } of copies) {
      const draft = copyOf(event, { id, hostId: caller.staffId, from }, now)
      if (!draft.ok) return draft
      drafts.push(draft.data)
    }
    await database.open(eventsStore).insertMany(drafts.map((draft) => storable(draft)))
    return done({ rows: await programmed(drafts, context) })
  },

  move: async ({ eventId, revision, ...where }, context) =>
    shown(
      await changeEvent(eventId, { what: 'event-moved', behind: true }, context, (event) =>
        moveTo(event, { revision, ...where }, context.now),
      ),
      context,
    ),

  cancel: async ({ eventId, revision, said }, context) =>
    shown(
      await changeEvent(eventId, { what: 'event-cancelled', behind: true }, context, (event) =>
        callOff(event, { revision, said }, context.now),
      ),
      context,
    ),

  lectures: async ({ year }, context) => done({ rows: await lecturesOf(year, context) }),

  setQuota: ({ year, quota }, { branchId, caller, database, now }) => {
    const act = actOf(caller, now, { what: 'quota-set', about: `${year} ${quota}`, branchId })
    const id = quotaId(branchId, year)
    const refs = { quota: database.open(quotasStore).at(id), act: database.open(actsStore).at(act.id) }
    return database.together(refs, () => done({ write: { quota: { id, branchId, year, quota }, act }, reply: {} }))
  },
}

async function shown<Code extends string>(changed: Result<StoredEvent, Code>, context: Context<StaffCaller>) {
  return changed.ok ? done(await programmedOne(changed.data, context)) : changed
}

/** Whoever is not scheduled any more stands in no new event. */
async function withTeacher<Code extends string>(
  eventId: string,
  context: Context<StaffCaller>,
  change: () => Promise<Result<StoredEvent, Code>>,
) {
  const event = await eventWithin(eventId, context)
  const teacher = event && event.teacherId !== '' ? await teacherKnown(event.teacherId, context.database) : undefined
  if (teacher && !isScheduled(teacher)) return refused('TEACHER_NOT_SCHEDULED')
  return shown(await change(), context)
}

/** Its seats are put once it is announced: cut off in between, whoever comes first puts them. */
async function release(eventId: string, revision: number, context: Context<StaffCaller>) {
  const { caller, now } = context
  const released = await changeEvent(eventId, { what: 'event-announced' }, context, (event) =>
    announce(event, { revision, by: caller.staffId }, now),
  )
  if (released.ok) await putSeats(released.data, context)
  return released
}
