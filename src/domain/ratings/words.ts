import type { Kind } from '../events/words'

/** What is asked after an event, each from 1 to 5; nobody has to answer. `teacher` goes to the teacher's mean. */
export const ratingItems = ['content', 'teacher', 'safe', 'use', 'goOn'] as const
export type RatingItem = (typeof ratingItems)[number]

const once: readonly RatingItem[] = ['content', 'teacher']
const overTime: readonly RatingItem[] = ['content', 'teacher', 'safe', 'use', 'goOn']

/** A group meets many times, so it is asked more, once it has met often enough. */
export const itemsOf = (kind: Kind): readonly RatingItem[] => (kind === 'group' ? overTime : once)

/** Shown from so many on, so that none of them can be guessed. */
export const FEWEST_RATINGS = 10
/** A group is asked after so many of its times, or after the last. */
export const TIMES_BEFORE_FEEDBACK = 5
/** How long after the last time somebody may still say how it was. */
export const RATING_DAYS = 30
