import type { DoorList, ScanInput } from '../../../contract/doors'
import { type Scan, type Truth, truthOf } from '../../../domain/check-ins/check-in'
import type { Verdict } from '../../../domain/check-ins/words'
import { codeAt, isCode } from '../../../domain/tickets/code'
import { type DoorKept, type KeptScan, SCANS_A_PIECE } from './door-kept'

export type DoorTicket = DoorList['tickets'][number]

/** A scan with what it comes to by all that is known. */
export type Seen = {
  scanId: string
  at: string
  ticket: DoorTicket | undefined
  verdict: Verdict
  isSent: boolean
}

/** After every code of the phone: of two at one instant the phone's own is the one that counts here. */
const asScan = (ticketId: string, at: string, index: number): Scan => ({
  ...{ id: `~${ticketId}.${index}`, ticketId, at, by: 'self', right: true },
})

const byTime = (one: KeptScan, other: KeptScan) => Date.parse(one.at) - Date.parse(other.at)

const sumOf = (tickets: readonly DoorTicket[]) => tickets.reduce((sum, { places }) => sum + places, 0)

/**
 * The book at a door: the list, every scan of this phone, and what the cloud said to them. It opens from what the phone keeps,
 * and each scan is kept before its verdict is told; the page may go at any moment.
 */
export const openBook = (first: DoorList, kept: DoorKept, freshId: () => string) => {
  const { eventId } = first
  const turn = freshId()
  const device = kept.device(eventId)
  const scans = new Map<string, KeptScan>()
  const told = new Map<string, Verdict>()
  /** What this turn scanned, in order, and how many of them the phone has kept. */
  const own: KeptScan[] = []
  const ownTold = new Map<string, Verdict>()
  let written = 0
  let list = first
  let tickets = new Map<string, DoorTicket>()
  let truth: Truth | null = null

  const take = (given: DoorList) => {
    list = given
    tickets = new Map(given.tickets.map((ticket) => [ticket.ticketId, ticket]))
    truth = null
  }

  /** What another tab, or the page before, has kept. */
  const look = () => {
    for (const scan of kept.scans(eventId)) scans.set(scan.scanId, scan)
    for (const [scanId, verdict] of kept.told(eventId)) told.set(scanId, verdict)
    truth = null
  }

  /** What did not fit before is tried again, in its place. */
  const write = () => {
    while (written < own.length) {
      const piece = Math.floor(written / SCANS_A_PIECE)
      const part = own.slice(piece * SCANS_A_PIECE, (piece + 1) * SCANS_A_PIECE)
      if (!kept.keepScans(eventId, turn, piece, part)) return
      written = piece * SCANS_A_PIECE + part.length
    }
  }

  /** Without the scans of which the cloud has said that they do not count. */
  const truthNow = () => {
    if (truth) return truth
    const listed = list.tickets.flatMap(({ ticketId, came }) =>
      came.flatMap((at, index) => (at === null ? [] : [asScan(ticketId, at, index)])),
    )
    const counting = [...scans.values()].filter(({ scanId }) => ['came', 'double'].includes(told.get(scanId) ?? 'came'))
    const asked = counting.map(({ scanId: id, ticketId, at, by, right }): Scan => ({ id, ticketId, at, by, right }))
    truth = truthOf([...listed, ...asked], { times: list.times, tickets })
    return truth
  }

  const seenOf = ({ scanId, ticketId, at }: KeptScan): Seen => ({
    ...{ scanId, at, ticket: tickets.get(ticketId), isSent: told.has(scanId) },
    verdict: told.get(scanId) ?? truthNow().verdicts.get(scanId) ?? 'unknown-ticket',
  })

  const isUnsent = ({ scanId }: KeptScan) => !told.has(scanId)

  /** The time that is on or comes next; after all of them the last. */
  const timeAt = (now: Date) => {
    const next = list.times.findIndex(({ until }) => now <= new Date(until))
    return next < 0 ? list.times.length - 1 : next
  }
  const cameAt = (ticketId: string, now: Date) => truthNow().came.get(ticketId)?.[timeAt(now)] ?? null

  take(first)
  look()

  return {
    eventId,
    list: () => list,
    look,
    /** A newer list. False when the phone has no room for it: then it lasts as long as the page. */
    take: (given: DoorList) => {
      take(given)
      return kept.keepList(given)
    },
    timeAt,
    cameAt,

    /** Whose ticket shows these eight characters: most often those of this very half minute. */
    byCode: (code: string, at: Date) =>
      list.tickets.find(({ key }) => codeAt(key, at) === code) ?? list.tickets.find(({ key }) => isCode(key, code, at)),

    scan: (ticketId: string, { code = '', by, at }: { code?: string; by: ScanInput['by']; at: Date }): Seen => {
      const ticket = tickets.get(ticketId)
      const right = by === 'hand' || (ticket !== undefined && isCode(ticket.key, code, at))
      const scan: KeptScan = { ...{ scanId: freshId(), ticketId, code, by, device, right }, at: at.toISOString() }
      own.push(scan)
      scans.set(scan.scanId, scan)
      truth = null
      write()
      return seenOf(scan)
    },

    /** The oldest first. */
    unsent: (): ScanInput[] =>
      [...scans.values()]
        .filter(isUnsent)
        .sort(byTime)
        .map(({ right: _, ...scan }) => scan),
    waiting: () => [...scans.values()].filter(isUnsent).length,
    /** Scans that last only as long as the page. */
    unkept: () => own.slice(written).filter(isUnsent).length,

    /** What the cloud says replaces what was thought here. Says whether anything was new, and whether anything was other. */
    hear: (verdicts: readonly { scanId: string; verdict: Verdict }[]) => {
      const heard = verdicts.filter(({ scanId }) => scans.has(scanId) && !told.has(scanId))
      const before = truthNow().verdicts
      const isOther = heard.some(({ scanId, verdict }) => before.get(scanId) !== verdict)
      for (const { scanId, verdict } of heard) {
        told.set(scanId, verdict)
        ownTold.set(scanId, verdict)
      }
      truth = null
      write()
      kept.keepTold(eventId, turn, ownTold)
      return { isNew: heard.length > 0, isOther }
    },

    seen: (scanId: string): Seen | null => {
      const scan = scans.get(scanId)
      return scan ? seenOf(scan) : null
    },
    /** The newest first. */
    latest: (most: number): Seen[] =>
      [...scans.values()]
        .sort((one, other) => byTime(other, one))
        .slice(0, most)
        .map(seenOf),

    /** Of the time that is on or comes next: people, and the tickets they come with. */
    counts: (now: Date) => {
      const there = list.tickets.filter(({ ticketId }) => cameAt(ticketId, now) !== null)
      return {
        came: { people: sumOf(there), tickets: there.length },
        expected: { people: sumOf(list.tickets), tickets: list.tickets.length },
      }
    },
  }
}

export type DoorBook = ReturnType<typeof openBook>
