/** Somebody's time on duty. `from` is in it, `until` is not. */
export type Shift = { id: string; staffId: string; name: string; from: string; until: string }

/** Those on duty now, in the order in which they are asked: who has been there longest first, then by id. */
export const onDuty = (shifts: readonly Shift[], now: Date): Shift[] =>
  shifts
    .filter(({ from, until }) => Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(until))
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from) || (one.id < other.id ? -1 : 1))

/** When somebody is there next, for an honest answer while nobody is; undefined when nobody is planned. */
export const nextDutyAt = (shifts: readonly Shift[], now: Date): string | undefined =>
  shifts
    .map(({ from }) => from)
    .filter((from) => Date.parse(from) > now.getTime())
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0]

/** Whether two share an instant; one may begin when the other ends. */
export const overlaps = (one: Pick<Shift, 'from' | 'until'>, other: Pick<Shift, 'from' | 'until'>) =>
  Date.parse(one.from) < Date.parse(other.until) && Date.parse(other.from) < Date.parse(one.until)
