import { type Answered, correct, correctableUntil, log } from '../../../src/domain/hotlines/answered'
import { dayCalendar } from '../../../src/domain/hotlines/day-calendar'
import {
  type Directory,
  type Institution,
  move,
  removeInstitution,
  removeLine,
  saveInstitution,
  saveLine,
} from '../../../src/domain/hotlines/directory'
import { done, refused } from '../../../src/domain/result'
import type { Context, Handlers } from '../../_kit/serve'
import { branchNames } from '../../people/open'
import { bills } from '../hotline-bills'
import { changeDirectory, directoryOf, lineIn, unionNumber } from '../hotlines-directory'
import { answeredStore } from '../hotlines-store'
import { writeEntry } from '../write-entry'

const A_PAGE = 30

export const hotlines: Handlers<'hotlines'> = {
  list: async (_, { database, now }) => {
    const { institutions, lines } = await directoryOf(database)
    const shown = lines.filter(({ hidden }) => !hidden)
    const kept = institutions.filter(({ id }) => shown.some(({ institutionId }) => institutionId === id))
    return done({ institutions: kept, lines: shown, calendar: dayCalendar(now) })
  },

  desk: async (_, { database, within }) => {
    const directory = await directoryOf(database)
    const mine = directory.institutions.filter(({ branchId }) => within(branchId))
    const nameOf = await branchNames(
      mine.map(({ branchId }) => branchId),
      database,
    )
    const ids = new Set(mine.map(({ id }) => id))
    return done({
      institutions: mine.map((one) => ({ ...one, branchName: nameOf(one.branchId) })),
      lines: directory.lines.filter(({ institutionId }) => ids.has(institutionId)),
    })
  },

  saveInstitution: async ({ institutionId: id, ...said }, context) => {
    const saved = await changeDirectory(context, 'hotline-saved', (directory) => {
      const asked = saveInstitution(directory, { id, ...said, branchId: context.branchId })
      if (!asked.ok) return asked
      const { name, branchId } = asked.data.saved
      return done({ directory: asked.data.directory, reply: asked.data.saved, about: name, branchId })
    })
    if (!saved.ok) return saved
    const nameOf = await branchNames([context.branchId], context.database)
    return done({ ...saved.data, branchName: nameOf(context.branchId) })
  },

  removeInstitution: async ({ institutionId }, context) =>
    changeDirectory(context, 'hotline-removed', (directory) => {
      const institution = mine(directory, institutionId, context)
      if (!institution) return refused('HOTLINE_NOT_FOUND')
      const asked = removeInstitution(directory, institutionId)
      return asked.ok ? done({ directory: asked.data, reply: {}, ...told(institution) }) : asked
    }),

  saveLine: async ({ lineId: id, ...said }, context) =>
    changeDirectory(context, 'hotline-saved', (directory) => {
      const institution = mine(directory, said.institutionId, context)
      const before = directory.lines.find((line) => line.id === id)
      if (!institution || (before && !mine(directory, before.institutionId, context)))
        return refused('HOTLINE_NOT_FOUND')
      const asked = saveLine(directory, { id, ...said }, unionNumber)
      if (!asked.ok) return asked
      const { branchId } = institution
      return done({
        directory: asked.data.directory,
        reply: asked.data.saved,
        about: `${institution.name} ${said.name}`,
        branchId,
      })
    }),

  removeLine: async ({ lineId }, context) =>
    changeDirectory(context, 'hotline-removed', (directory) => {
      const line = directory.lines.find(({ id }) => id === lineId)
      const institution = line && mine(directory, line.institutionId, context)
      if (!institution) return refused('HOTLINE_NOT_FOUND')
      const asked = removeLine(directory, lineId)
      if (!asked.ok) return asked
      const { branchId } = institution
      return done({ directory: asked.data, reply: {}, about: `${institution.name} ${line.name}`, branchId })
    }),

  move: async ({ id, up }, context) =>
    changeDirectory(context, 'hotline-saved', (directory) => {
      const line = directory.lines.find((one) => one.id === id)
      const institution = mine(directory, line?.institutionId ?? id, context)
      if (!institution) return refused('HOTLINE_NOT_FOUND')
      const asked = move(directory, id, up)
      return asked.ok ? done({ directory: asked.data, reply: {}, ...told(institution) }) : asked
    }),

  log: async ({ entryId: id, ...said }, context) => {
    const { caller, database, now } = context
    if (!lineIn(await directoryOf(database), said.lineId)) return refused('HOTLINE_NOT_FOUND')
    const written = await writeEntry(id, database, said.startedAt, (before) => {
      if (before) return isSame(before, { ...said, staffId: caller.staffId }) ? done(before) : refused('ENTRY_EXISTS')
      return log({ id, staffId: caller.staffId }, said, now)
    })
    return written.ok ? done(shownEntry(written.data)) : written
  },

  logged: async ({ after }, { caller, database }) => {
    const page = await database.open(answeredStore).find({
      index: 'byStaff',
      where: { staffId: caller.staffId },
      order: 'descending',
      limit: A_PAGE,
      ...(after && { after }),
    })
    return done({ rows: page.rows.map(shownEntry), next: page.next })
  },

  correct: async ({ entryId, ...said }, context) => {
    const { caller, database, now } = context
    const known = await database.open(answeredStore).get(entryId)
    if (known?.staffId !== caller.staffId) return refused('ENTRY_NOT_FOUND')
    if (!lineIn(await directoryOf(database), said.lineId)) return refused('HOTLINE_NOT_FOUND')
    const written = await writeEntry(entryId, database, said.startedAt, (before) =>
      before ? correct(before, said, now) : refused('ENTRY_NOT_FOUND'),
    )
    return written.ok ? done(shownEntry(written.data)) : written
  },

  ...bills,
}

const told = ({ name, branchId }: Institution) => ({ about: name, branchId })

/** An institution that the caller looks after. */
const mine = (directory: Directory, institutionId: string, { within }: Pick<Context, 'within'>) => {
  const institution = directory.institutions.find(({ id }) => id === institutionId)
  return institution && within(institution.branchId) ? institution : undefined
}

const shownEntry = ({ staffId, ...entry }: Answered) => ({
  ...entry,
  correctableUntil: correctableUntil(entry).toISOString(),
})

const isSame = (entry: Answered, said: Omit<Answered, 'id' | 'loggedAt' | 'void'>) =>
  entry.staffId === said.staffId &&
  entry.lineId === said.lineId &&
  entry.startedAt === said.startedAt &&
  entry.minutes === said.minutes &&
  entry.topic === said.topic &&
  entry.outcome === said.outcome
