/**
 * `asked`: is scheduled as usual. `told`: the mean is under the threshold, the teacher knows since when and may appeal.
 * `appealed`: the teacher has answered, a manager decides. `out`: is not scheduled any more; a manager may decide anew.
 */
export const standings = ['asked', 'told', 'appealed', 'out'] as const
export type Standing = (typeof standings)[number]

/** The published rule: from so many ratings of the last twelve months on, under such a mean of 5, with so many days to answer. */
export const LEAST_RATINGS = 20
export const LEAST_MEAN = 3.5
export const APPEAL_DAYS = 14
