import { done, type Result, refused } from '../result'
import { minutesLater } from '../time'

/** A counsellor on duty has this long to accept before the next one is asked. The union may measure and change it. */
export const ACCEPT_MINUTES = 2

/** An open conversation in which nobody says anything for this long is over; what was said stays the person's. */
export const SILENT_MINUTES = 60

/** `left`: nobody could take it, so it lies there as a message with a promised time, and whoever takes it answers it. */
export const chatStates = ['waiting', 'open', 'left', 'ended'] as const
export type ChatState = (typeof chatStates)[number]

export type Side = 'person' | 'counsellor'

/** Asked for by the counsellor; nothing moves before the person agrees. `past`: whether the new one may read what was said. */
export type Transfer = { to: string; toName: string; past: boolean; askedAt: string }

/**
 * One conversation. `bookingId` is empty where it is with whoever is on duty. Messages are numbered from 1, `last` is the
 * newest number. `from` is the first number the counsellor may read: 1, or where they came in without the past.
 */
export type Chat = {
  id: string
  personId: string
  bookingId: string
  state: ChatState
  staffId: string
  asked: string[]
  askedAt: string
  openedAt: string
  acceptedAt: string
  promisedAt: string
  endedAt: string
  endedBy: '' | Side | 'silence'
  last: number
  lastAt: string
  from: number
  read: Record<Side, number>
  transfer: Transfer | null
  /** When the counsellor asked the person to look at the page of help; empty until then. */
  helpOfferedAt: string
}

/** `crew`: those on duty who can take one more, in the order in which they are asked. `promisedAt`: what to say if none can. */
export type Desk = { crew: readonly string[]; promisedAt: Date }

const begun = (id: string, personId: string, now: Date): Chat => ({
  id,
  personId,
  bookingId: '',
  state: 'waiting',
  staffId: '',
  asked: [],
  askedAt: now.toISOString(),
  openedAt: now.toISOString(),
  acceptedAt: '',
  promisedAt: '',
  endedAt: '',
  endedBy: '',
  last: 0,
  lastAt: now.toISOString(),
  from: 1,
  read: { person: 0, counsellor: 0 },
  transfer: null,
  helpOfferedAt: '',
})

/** With whoever is on duty. Where nobody is, it is a message from the first instant, and says until when it is answered. */
export function ask(id: string, personId: string, desk: Desk, now: Date): Chat {
  const chat = begun(id, personId, now)
  const first = desk.crew[0]
  return first === undefined ? leave(chat, desk) : { ...chat, asked: [first] }
}

/** At the booked time, with the counsellor who was booked: nobody has to accept what was agreed. */
export const meet = (id: string, personId: string, booking: { id: string; staffId: string }, now: Date): Chat => ({
  ...begun(id, personId, now),
  bookingId: booking.id,
  state: 'open',
  staffId: booking.staffId,
  acceptedAt: now.toISOString(),
})

const leave = (chat: Chat, { promisedAt }: Desk): Chat => ({
  ...chat,
  state: 'left',
  promisedAt: promisedAt.toISOString(),
})

/** True by its instant: at two minutes sharp the turn has passed, whether or not the clock has written it down. */
export const turnPassed = (chat: Chat, now: Date) =>
  chat.state === 'waiting' && minutesLater(new Date(chat.askedAt), ACCEPT_MINUTES) <= now

/** Everything that is due by now, as if somebody had looked at every instant; running it twice changes nothing. */
export function passOn(chat: Chat, deskAt: (at: Date) => Desk, now: Date): Chat {
  let current = chat
  while (turnPassed(current, now)) {
    const at = minutesLater(new Date(current.askedAt), ACCEPT_MINUTES)
    const desk = deskAt(at)
    const next = desk.crew.find((staffId) => !current.asked.includes(staffId))
    current =
      next === undefined
        ? leave(current, desk)
        : { ...current, asked: [...current.asked, next], askedAt: at.toISOString() }
  }
  return current
}

/** Whoever is on duty may take it, not only whose turn it is: the sooner the better. One wins. */
export function accept(chat: Chat, staffId: string, now: Date): Result<Chat, 'CHAT_TAKEN' | 'CHAT_ENDED'> {
  if (chat.state === 'ended') return refused('CHAT_ENDED')
  if (chat.state === 'open') return chat.staffId === staffId ? done(chat) : refused('CHAT_TAKEN')
  return done({ ...chat, state: 'open', staffId, acceptedAt: now.toISOString(), lastAt: now.toISOString() })
}

/** A mark for the person alone: their app shows the page of help once. Asked again it says so again. */
export const offerHelp = (chat: Chat, now: Date): Result<Chat, 'CHAT_ENDED'> =>
  chat.state === 'open' ? done({ ...chat, helpOfferedAt: now.toISOString() }) : refused('CHAT_ENDED')

/** The next number, if this side may speak. The person may from the first instant, so that nothing has to be kept in mind. */
export function say(chat: Chat, side: Side, now: Date): Result<Chat, 'CHAT_ENDED' | 'NOT_YET_ACCEPTED'> {
  if (chat.state === 'ended') return refused('CHAT_ENDED')
  if (side === 'counsellor' && chat.state !== 'open') return refused('NOT_YET_ACCEPTED')
  const last = chat.last + 1
  return done({ ...chat, last, lastAt: now.toISOString(), read: { ...chat.read, [side]: last } })
}

/** Never back, and never beyond what was said. */
export const readUpTo = (chat: Chat, side: Side, number: number): Chat => ({
  ...chat,
  read: { ...chat.read, [side]: Math.max(chat.read[side], Math.min(number, chat.last)) },
})

export const unread = (chat: Pick<Chat, 'last' | 'read' | 'from'>, side: Side): number =>
  chat.last - Math.max(chat.read[side], side === 'counsellor' ? chat.from - 1 : 0)

/** Only one that is going on can be handed on. */
export function askTransfer(
  chat: Chat,
  to: { staffId: string; name: string; past: boolean },
  now: Date,
): Result<Chat, 'CHAT_ENDED' | 'SAME_COUNSELLOR'> {
  if (chat.state !== 'open') return refused('CHAT_ENDED')
  if (to.staffId === chat.staffId) return refused('SAME_COUNSELLOR')
  const transfer = { to: to.staffId, toName: to.name, past: to.past, askedAt: now.toISOString() }
  return done({ ...chat, transfer })
}

/** The person answers. Agreed without the past, the new counsellor begins with the next message. */
export function answerTransfer(chat: Chat, agreed: boolean, now: Date): Result<Chat, 'CHAT_ENDED' | 'NOTHING_ASKED'> {
  if (chat.state === 'ended') return refused('CHAT_ENDED')
  const { transfer } = chat
  if (!transfer) return refused('NOTHING_ASKED')
  if (!agreed) return done({ ...chat, transfer: null })
  return done({
    ...chat,
    transfer: null,
    staffId: transfer.to,
    acceptedAt: now.toISOString(),
    lastAt: now.toISOString(),
    from: transfer.past ? chat.from : chat.last + 1,
    read: { ...chat.read, counsellor: transfer.past ? 0 : chat.last },
  })
}

/** Whoever held it is not there any more: it waits for somebody else, who comes in without the past. */
export function returned(chat: Chat, isAtWork: (staffId: string) => boolean, desk: Desk, now: Date): Chat {
  if (chat.state !== 'open' || isAtWork(chat.staffId)) return chat
  const free = { ...chat, staffId: '', transfer: null, from: chat.last + 1 }
  const first = desk.crew[0]
  return first === undefined
    ? leave(free, desk)
    : { ...free, state: 'waiting', asked: [first], askedAt: now.toISOString() }
}

export const end = (chat: Chat, by: Side, now: Date): Chat =>
  chat.state === 'ended' ? chat : { ...chat, state: 'ended', transfer: null, endedBy: by, endedAt: now.toISOString() }

/** An open one is over after an hour of silence; one that waits for somebody is never over by itself. */
export function endSilent(chat: Chat, now: Date): Chat {
  if (chat.state !== 'open') return chat
  const at = minutesLater(new Date(chat.lastAt), SILENT_MINUTES)
  if (at > now) return chat
  return { ...chat, state: 'ended', transfer: null, endedBy: 'silence', endedAt: at.toISOString() }
}
