import type { DoorList } from '../../src/contract/doors'
import { ticketKeyOf } from '../../src/domain/tickets/code'
import { daysLater, minutesLater } from '../../src/domain/time'
import type { Storage } from '../../src/miniprogram/phone/storage'

const DOOR_KEY = 'd'.repeat(64)

/** A list whose only time began so many minutes before `now`, and takes two hours. */
export const doorListOf = (names: readonly string[], now: Date, change: Partial<DoorList> = {}): DoorList => {
  const from = minutesLater(now, -10)
  const until = minutesLater(from, 120)
  return {
    ...{ eventId: 'event.number00000001', title: '夜里怎么睡好', doorKey: DOOR_KEY },
    times: [{ from: from.toISOString(), until: until.toISOString() }],
    tickets: names.map((name, one) => {
      const ticketId = `ticketnumber${String(one).padStart(9, '0')}`
      return { ...{ ticketId, name, key: ticketKeyOf(DOOR_KEY, ticketId) }, places: 1, state: 'seated', came: [null] }
    }),
    until: daysLater(until, 1).toISOString(),
    ...change,
  }
}

/** What a phone keeps, as it keeps it: nothing that is read can change it. `room`: how many letters fit. */
export const phoneStore = (room = { letters: Number.POSITIVE_INFINITY }) => {
  const rows = new Map<string, string>()
  const used = () => [...rows.values()].reduce((sum, { length }) => sum + length, 0)
  const storage: Storage = {
    read: <T>(name: string) => (rows.has(name) ? (JSON.parse(rows.get(name) ?? '') as T) : null),
    write: (name, value) => {
      const text = JSON.stringify(value)
      if (used() - (rows.get(name)?.length ?? 0) + text.length > room.letters) return false
      rows.set(name, text)
      return true
    },
    remove: (name) => rows.delete(name),
    names: () => [...rows.keys()],
  }
  return { storage, rows, room, used }
}
