import type { DoorList, ScanInput } from '../../../contract/doors'
import type { Verdict } from '../../../domain/check-ins/words'
import { newId } from '../../phone/new-id'
import { type Storage, storage } from '../../phone/storage'

/** A scan as it was, and whether its code was the ticket's then. */
export type KeptScan = ScanInput & { right: boolean }
type Ticket = DoorList['tickets'][number]
type Head = Omit<DoorList, 'tickets'> & { edition: string; pieces: number }

/** No id holds a colon. */
const ROOM = 'door:'
const HEAD = /^door:([^:]+):list$/

/** WeChat keeps at most 1 MB under one name: these many tickets with thirty times each stay far below. */
const TICKETS_A_PIECE = 300
/** A piece is written anew with each scan in it. */
export const SCANS_A_PIECE = 50

const range = (count: number) => Array.from({ length: count }, (_, at) => at)

/**
 * What this phone keeps of the doors it stands at. Scans are only ever added: each turn at the door, which is one opening of
 * the page, writes under its own names, so that two tabs do not write over each other. Its lists of names end with the event.
 */
export const createDoorKept = (store: Storage, freshId: () => string) => {
  const at = (eventId: string, ...rest: (string | number)[]) => [`${ROOM}${eventId}`, ...rest].join(':')
  const named = (start: string) => store.names().filter((name) => name.startsWith(start))
  const head = (eventId: string) => store.read<Head>(at(eventId, 'list'))

  const list = (eventId: string): DoorList | null => {
    const kept = head(eventId)
    if (!kept) return null
    const { edition, pieces, ...rest } = kept
    return {
      ...rest,
      tickets: range(pieces).flatMap((n) => store.read<Ticket[]>(at(eventId, 'tickets', edition, n)) ?? []),
    }
  }

  /** All of it or, where the phone has no room, what was kept before: the head says which pieces belong to it. */
  const keepList = ({ tickets, ...rest }: DoorList): boolean => {
    const { eventId } = rest
    const edition = freshId()
    const own = at(eventId, 'tickets', edition, '')
    const pieces = Math.ceil(tickets.length / TICKETS_A_PIECE)
    const isWritten =
      range(pieces).every((n) =>
        store.write(`${own}${n}`, tickets.slice(n * TICKETS_A_PIECE, (n + 1) * TICKETS_A_PIECE)),
      ) && store.write(at(eventId, 'list'), { ...rest, edition, pieces } satisfies Head)
    for (const name of named(at(eventId, 'tickets', ''))) if (name.startsWith(own) !== isWritten) store.remove(name)
    return isWritten
  }

  const scans = (eventId: string) =>
    named(at(eventId, 'scans', '')).flatMap((name) => store.read<KeptScan[]>(name) ?? [])
  const told = (eventId: string) =>
    new Map(named(at(eventId, 'told', '')).flatMap((name) => store.read<[string, Verdict][]>(name) ?? []))

  const unsent = (eventId: string) => {
    const known = told(eventId)
    return scans(eventId).filter(({ scanId }) => !known.has(scanId)).length
  }

  const forget = (eventId: string) => {
    for (const name of named(at(eventId, ''))) store.remove(name)
  }

  /** The names and keys of those on the list go; what was not sent stays. */
  const shed = (eventId: string) => {
    for (const name of named(at(eventId, 'tickets', ''))) store.remove(name)
    const kept = list(eventId)
    if (kept && kept.doorKey !== '') keepList({ ...kept, doorKey: '', tickets: [] })
  }

  /** A list is kept until the event is over and no longer; what was not sent waits for somebody to look. */
  const sweep = (now: Date) => {
    for (const name of store.names()) {
      const [, eventId] = HEAD.exec(name) ?? []
      const kept = eventId === undefined ? null : head(eventId)
      if (eventId === undefined || !kept || now < new Date(kept.until)) continue
      if (unsent(eventId) === 0) forget(eventId)
      else shed(eventId)
    }
  }

  return {
    list,
    keepList,
    scans,
    told,
    unsent,
    forget,
    shed,
    sweep,
    /** So that scans of one phone are known for its own; nothing else is told by it. */
    device: (eventId: string) => {
      const known = store.read<string>(at(eventId, 'device'))
      if (known !== null) return known
      const made = freshId()
      store.write(at(eventId, 'device'), made)
      return made
    },
    /** False when the phone has no room. */
    keepScans: (eventId: string, turn: string, piece: number, kept: readonly KeptScan[]) =>
      store.write(at(eventId, 'scans', turn, piece), kept),
    keepTold: (eventId: string, turn: string, verdicts: ReadonlyMap<string, Verdict>) =>
      store.write(at(eventId, 'told', turn), [...verdicts]),
    doors: () =>
      store.names().flatMap((name) => {
        const kept = HEAD.test(name) ? store.read<Head>(name) : null
        return kept ? [{ eventId: kept.eventId, title: kept.title, unsent: unsent(kept.eventId) }] : []
      }),
    forgetAll: () => {
      for (const name of named(ROOM)) store.remove(name)
    },
  }
}

export type DoorKept = ReturnType<typeof createDoorKept>

export const doorKept = createDoorKept(storage, newId)

export const forgetDoor = () => doorKept.forgetAll()
