/** 开放日、团体、工作坊、巡讲、直播. */
export const kinds = ['open-day', 'group', 'workshop', 'lecture', 'live'] as const
export type Kind = (typeof kinds)[number]

export const kindNames: Record<Kind, string> = {
  'open-day': '开放日',
  group: '团体',
  workshop: '工作坊',
  lecture: '巡讲',
  live: '直播',
}

/**
 * What is stored of where an event stands. Whether sign-up has begun or ended, and whether all seats are taken, is true by the
 * instant and by the seats, and is worked out where it is shown.
 */
export const states = ['draft', 'in-review', 'announced', 'cancelled', 'held', 'reported'] as const
export type State = (typeof states)[number]

/** Who may sign up. */
export const audiences = ['members', 'all'] as const
export type Audience = (typeof audiences)[number]

/** How seats are given: to whoever comes first, or by a draw that anybody can recompute. */
export const ways = ['first-come', 'draw'] as const
export type Way = (typeof ways)[number]

/** Seats kept for those who otherwise come too late: whoever works in shifts or on the front line, and whoever never came. */
export const shares = ['shift', 'newcomer'] as const
export type Share = (typeof shares)[number]

export const shareNames: Record<Share, string> = { shift: '倒班和一线', newcomer: '第一次来' }

/**
 * How it looks from outside at an instant: sign-up has yet to open, is open, is open with the line only, has closed; it is on,
 * was held, or was called off.
 */
export const stands = ['soon', 'open', 'full', 'closed', 'on', 'held', 'cancelled'] as const
export type Stand = (typeof stands)[number]

/** A lecture that so many people came to counts as well attended. */
export const WELL_ATTENDED = 50
