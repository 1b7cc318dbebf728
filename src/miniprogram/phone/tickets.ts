import type { Output } from '../../contract'
import { daysLater } from '../../domain/time'
import { storage } from './storage'

export type Ticket = Output<'tickets', 'open'>

const NAME = 'tickets'
/** So long after its last time a ticket opens nothing any more. */
const DAYS_AFTER = 1

type Kept = Record<string, Ticket>

const isOver = ({ times }: Ticket, now: Date) => {
  const last = times[times.length - 1]
  return last === undefined || daysLater(new Date(last.until), DAYS_AFTER) <= now
}

/** Those that can still be shown; what is over goes. */
const all = (now: Date): Kept =>
  Object.fromEntries(Object.entries(storage.read<Kept>(NAME) ?? {}).filter(([, ticket]) => !isOver(ticket, now)))

const write = (kept: Kept) => {
  if (Object.keys(kept).length === 0) storage.remove(NAME)
  else storage.write(NAME, kept)
}

/** At the door there may be no network. */
export const keepTicket = (eventId: string, ticket: Ticket, now: Date) => write({ ...all(now), [eventId]: ticket })

export const keptTicket = (eventId: string, now: Date): Ticket | null => all(now)[eventId] ?? null

export const dropTicket = (eventId: string, now: Date) => {
  const { [eventId]: _, ...rest } = all(now)
  write(rest)
}

export const forgetTickets = () => storage.remove(NAME)
