import type { Event } from './event'
import { beginsAt, endsAt } from './times'
import type { Stand } from './words'

type Seen = Pick<Event, 'state' | 'times' | 'opensAt' | 'closesAt'>

/** What people find: from the moment it was announced, also once it was called off or is over. */
export const isShown = ({ state }: Pick<Event, 'state'>) => state !== 'draft' && state !== 'in-review'

/** How it looks from outside. `left`: seats for whoever comes now; null without a limit, or where a draw gives them. */
export function standOf(event: Seen, left: number | null, now: Date): Stand {
  if (event.state === 'cancelled') return 'cancelled'
  if (event.state === 'held' || event.state === 'reported' || now >= new Date(endsAt(event))) return 'held'
  if (now >= new Date(beginsAt(event))) return 'on'
  if (now < new Date(event.opensAt)) return 'soon'
  if (now >= new Date(event.closesAt)) return 'closed'
  return left === 0 ? 'full' : 'open'
}
