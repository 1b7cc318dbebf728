import { done, refused } from '../result'
import { areDisjoint, type Hours } from './hours'
import { everywhere, isSameNumber, isSampleNumber } from './number'
import type { Cost, InstitutionKind } from './words'

/** `branchId`: whose managers look after it. */
export type Institution = {
  id: string
  branchId: string
  revision: number
  name: string
  kind: InstitutionKind
  note: string
}

/**
 * `dialId` is a small number of its own, never given twice: dial taps are counted by it. `sample`: a number nobody can be
 * reached under, shown as such until a real one is written in.
 */
export type Line = {
  id: string
  dialId: number
  institutionId: string
  revision: number
  name: string
  numbers: string[]
  answeredBy: string
  cost: Cost
  anonymous: boolean
  hours: Hours
  sample: boolean
  hidden: boolean
}

/** The whole list, in the order it is shown. `gone`: lines that were removed, for the figures of earlier months. */
export type Directory = {
  institutions: Institution[]
  lines: Line[]
  gone: { id: string; dialId: number; name: string; institutionName: string }[]
  lastDialId: number
}

export const MOST_INSTITUTIONS = 40
export const MOST_LINES = 60
/** As many as there are names for dial taps. */
export const MOST_DIAL_IDS = 999

export const emptyDirectory = (): Directory => ({ institutions: [], lines: [], gone: [], lastDialId: 0 })

type LineSaid = Omit<Line, 'dialId' | 'sample'> & { confirmed: boolean }

const sameBut = (a: Institution, b: Institution) => a.name === b.name && a.kind === b.kind && a.note === b.note

/** Revision 0 is a new one. Sent again after a lost answer it changes nothing. */
export function saveInstitution(directory: Directory, said: Institution) {
  const before = directory.institutions.find(({ id }) => id === said.id)
  const saved: Institution = {
    id: said.id,
    branchId: said.branchId,
    revision: said.revision + 1,
    name: said.name,
    kind: said.kind,
    note: said.note,
  }
  if (!before) {
    if (said.revision !== 0) return refused('HOTLINE_NOT_FOUND')
    if (directory.institutions.length >= MOST_INSTITUTIONS) return refused('HOTLINES_FULL')
    return done({ directory: { ...directory, institutions: [...directory.institutions, saved] }, saved })
  }
  if (before.branchId !== said.branchId) return refused('HOTLINE_NOT_FOUND')
  if (before.revision !== said.revision)
    return before.revision === saved.revision && sameBut(before, saved)
      ? done({ directory, saved: before })
      : refused('HOTLINE_CHANGED')
  const institutions = directory.institutions.map((one) => (one.id === said.id ? saved : one))
  return done({ directory: { ...directory, institutions }, saved })
}

export function removeInstitution(directory: Directory, institutionId: string) {
  if (!directory.institutions.some(({ id }) => id === institutionId)) return refused('HOTLINE_NOT_FOUND')
  if (directory.lines.some((line) => line.institutionId === institutionId)) return refused('INSTITUTION_HAS_LINES')
  return done({ ...directory, institutions: directory.institutions.filter(({ id }) => id !== institutionId) })
}

/**
 * A number that reaches somebody is written in by whoever has tried it: `confirmed`. What stands on top for everybody, and
 * the union's own line, are not written in a second time.
 */
export function saveLine(directory: Directory, said: LineSaid, unionNumber: string) {
  const { confirmed, ...told } = said
  const before = directory.lines.find(({ id }) => id === said.id)
  if (!before && said.revision !== 0) return refused('HOTLINE_NOT_FOUND')
  if (!directory.institutions.some(({ id }) => id === said.institutionId)) return refused('HOTLINE_NOT_FOUND')
  if (!areDisjoint(said.hours)) return refused('HOURS_OVERLAP')
  const onTop = [...everywhere.map(({ number }) => number), unionNumber]
  if (said.numbers.some((number) => onTop.some((top) => isSameNumber(top, number)))) return refused('NUMBER_ON_TOP')
  const isNew = (number: string) => !isSampleNumber(number) && !before?.numbers.includes(number)
  if (said.numbers.some(isNew) && !confirmed) return refused('NUMBER_NOT_CONFIRMED')
  const sample = said.numbers.some(isSampleNumber)
  const next = (dialId: number): Line => ({ ...told, dialId, sample, revision: said.revision + 1 })
  if (!before) {
    if (directory.lines.length >= MOST_LINES || directory.lastDialId >= MOST_DIAL_IDS) return refused('HOTLINES_FULL')
    const saved = next(directory.lastDialId + 1)
    return done({
      directory: { ...directory, lines: [...directory.lines, saved], lastDialId: saved.dialId },
      saved,
    })
  }
  const saved = next(before.dialId)
  if (before.revision !== said.revision)
    return before.revision === saved.revision && inOrder(before) === inOrder(saved)
      ? done({ directory, saved: before })
      : refused('HOTLINE_CHANGED')
  return done({ directory: { ...directory, lines: directory.lines.map((l) => (l.id === said.id ? saved : l)) }, saved })
}

/** A database may hand the fields back in another order. */
const inOrder = ({ hours, ...line }: Line) =>
  JSON.stringify([
    Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1)),
    [hours.always, hours.onHolidays],
    hours.periods.map(({ weekday, from, until }) => [weekday, from, until]),
    hours.holidaySpans.map(({ from, until }) => [from, until]),
  ])

export function removeLine(directory: Directory, lineId: string) {
  const line = directory.lines.find(({ id }) => id === lineId)
  if (!line) return refused('HOTLINE_NOT_FOUND')
  const institutionName = directory.institutions.find(({ id }) => id === line.institutionId)?.name ?? ''
  return done({
    ...directory,
    lines: directory.lines.filter(({ id }) => id !== lineId),
    gone: [...directory.gone, { id: line.id, dialId: line.dialId, name: line.name, institutionName }],
  })
}

/** One place up or down: an institution among all, a line among those of its institution. At the end it stays. */
export function move(directory: Directory, id: string, up: boolean) {
  const line = directory.lines.find((one) => one.id === id)
  if (line) {
    const beside = directory.lines.filter(({ institutionId }) => institutionId === line.institutionId)
    return done({ ...directory, lines: swapped(directory.lines, line, beside[beside.indexOf(line) + (up ? -1 : 1)]) })
  }
  const { institutions } = directory
  const institution = institutions.find((one) => one.id === id)
  if (!institution) return refused('HOTLINE_NOT_FOUND')
  const other = institutions[institutions.indexOf(institution) + (up ? -1 : 1)]
  return done({ ...directory, institutions: swapped(institutions, institution, other) })
}

const swapped = <T>(all: readonly T[], one: T, other: T | undefined): T[] =>
  all.map((each) => (other === undefined ? each : each === one ? other : each === other ? one : each))
