import { describe, expect, it } from 'vitest'
import { doorListOf, phoneStore } from '../../../../tests/stubs/door'
import { minutesLater } from '../../../domain/time'
import { openBook } from './door-book'
import { createDoorKept } from './door-kept'

const now = new Date('2026-03-14T02:00:00.000Z')
const ONE_MB = 1024 * 1024
const ids = () => {
  let last = 0
  return () => `id-${String(++last).padStart(12, '0')}`
}
const at = (store = phoneStore()) => {
  const freshId = ids()
  return { ...store, freshId, kept: createDoorKept(store.storage, freshId) }
}
const list = doorListOf(['林', '赵'], now)
const { eventId } = list

describe('what a phone keeps of a door', () => {
  it('keeps the largest list in pieces, each as small as WeChat wants it', () => {
    const { kept, rows } = at()
    const many = doorListOf(
      Array.from({ length: 2000 }, () => '名字有二十个字那么长的一位参加活动的职工同志'),
      now,
    )
    const came = Array.from({ length: 30 }, () => now.toISOString())
    const full = { ...many, tickets: many.tickets.map((ticket) => ({ ...ticket, came })) }
    expect(kept.keepList(full)).toBe(true)
    for (const text of rows.values()) expect(new TextEncoder().encode(text).length).toBeLessThan(ONE_MB)
    expect(kept.list(eventId)).toEqual(full)
  })

  it('puts a newer list in the place of the one before, and nothing of it stays', () => {
    const { kept, rows } = at()
    kept.keepList(list)
    const names = rows.size
    const newer = { ...list, tickets: list.tickets.slice(1) }
    expect(kept.keepList(newer)).toBe(true)
    expect(kept.list(eventId)).toEqual(newer)
    expect(rows.size).toBe(names)
  })

  it('still has the list before where a newer one does not fit', () => {
    const { kept, rows, room, used } = at()
    kept.keepList(list)
    const names = [...rows.keys()]
    room.letters = used() + 20
    expect(kept.keepList(doorListOf(['林', '赵', '钱'], now))).toBe(false)
    expect(kept.list(eventId)).toEqual(list)
    expect([...rows.keys()]).toEqual(names)
  })

  it('tells the doors of one phone apart, whatever their ids begin with', () => {
    const { kept, freshId } = at()
    const other = { ...list, eventId: `${eventId}.2`, title: '另一场' }
    kept.keepList(list)
    kept.keepList(other)
    openBook(other, kept, freshId).scan('stranger', { by: 'hand', at: now })
    expect(kept.doors()).toEqual([
      { eventId, title: list.title, unsent: 0 },
      { eventId: other.eventId, title: '另一场', unsent: 1 },
    ])
    kept.forget(eventId)
    expect(kept.list(eventId)).toBeNull()
    expect(kept.doors()).toHaveLength(1)
    kept.forgetAll()
    expect(kept.doors()).toEqual([])
  })

  it('has nothing left after it was forgotten, and leaves alone what is not a door’s', () => {
    const { kept, rows, storage, freshId } = at()
    storage.write('doorbell', 1)
    kept.keepList(list)
    const book = openBook(list, kept, freshId)
    const { scanId } = book.scan('stranger', { by: 'hand', at: now })
    book.hear([{ scanId, verdict: 'unknown-ticket' }])
    kept.forgetAll()
    expect([...rows.keys()]).toEqual(['doorbell'])
  })

  it('forgets a door when its event is over, and not before', () => {
    const { kept, rows } = at()
    kept.keepList(list)
    kept.sweep(minutesLater(new Date(list.until), -1))
    expect(kept.list(eventId)).toEqual(list)
    kept.sweep(new Date(list.until))
    expect(rows.size).toBe(0)
  })

  it('forgets then who was on the list, but not what was never sent', () => {
    const { kept, rows, freshId } = at()
    kept.keepList(list)
    const [lin] = list.tickets
    openBook(list, kept, freshId).scan(lin?.ticketId ?? '', { by: 'hand', at: now })
    kept.sweep(new Date(list.until))
    expect([...rows.values()].join()).not.toMatch(/林|赵|dddd/)
    expect(kept.list(eventId)).toMatchObject({ title: list.title, tickets: [], doorKey: '' })
    expect(kept.unsent(eventId)).toBe(1)
    kept.sweep(new Date(list.until))
    expect(kept.unsent(eventId)).toBe(1)
  })

  it('is one device as long as it knows the door', () => {
    const { kept } = at()
    const device = kept.device(eventId)
    expect(kept.device(eventId)).toBe(device)
    kept.forget(eventId)
    expect(kept.device(eventId)).not.toBe(device)
  })
})
