import type { CallRow } from '../../contract/calls'

/** What somebody has to hear of: that a call waits, and that the turn has come to them. */
export const callsFor = (rows: readonly CallRow[]): ReadonlySet<string> =>
  new Set(
    rows.filter(({ state }) => state === 'waiting').flatMap(({ id, yours }) => (yours ? [id, `${id} is yours`] : [id])),
  )

/** Whether there is something that was not there before. */
export const isNew = (before: ReadonlySet<string>, now: ReadonlySet<string>) =>
  [...now].some((what) => !before.has(what))
