import { describe, expect, it } from 'vitest'
import type { Storage } from '../phone/storage'
import { createShelf, MOST_BYTES, MOST_EDITIONS, makeRoom } from './shelf'

const memory = (): Storage => {
  const values = new Map<string, string>()
  return {
    read: (name) => (values.has(name) ? JSON.parse(values.get(name) as string) : null),
    write: (name, value) => {
      values.set(name, JSON.stringify(value))
      return true
    },
    remove: (name) => {
      values.delete(name)
    },
    names: () => [...values.keys()],
  }
}

const at = '2026-11-22T08:00:00.000Z'

describe('the shelf', () => {
  it('gives back what was kept, with the instant', () => {
    const shelf = createShelf(memory())
    shelf.keep('home', { latest: [] }, at)
    expect(shelf.read('home')).toEqual({ at, data: { latest: [] } })
    expect(shelf.read('piece.a')).toBeNull()
  })

  it('keeps the last thirty editions and lets go of their bodies', () => {
    const storage = memory()
    const shelf = createShelf(storage)
    for (let i = 0; i <= MOST_EDITIONS; i++) shelf.keep(`piece.p${i}`, { i }, at)
    expect(shelf.read('piece.p0')).toBeNull()
    expect(shelf.read('piece.p1')).not.toBeNull()
    expect(shelf.summary().editions).toBe(MOST_EDITIONS)
    expect(storage.names()).not.toContain('shelf.piece.p0')
  })

  it('opening one again makes it the newest', () => {
    const shelf = createShelf(memory())
    shelf.keep('piece.old', {}, at)
    for (let i = 1; i < MOST_EDITIONS; i++) shelf.keep(`piece.p${i}`, {}, at)
    shelf.keep('piece.old', {}, at)
    shelf.keep('piece.one-more', {}, at)
    expect(shelf.read('piece.old')).not.toBeNull()
    expect(shelf.read('piece.p1')).toBeNull()
  })

  it('stays within four megabytes', () => {
    const third = Math.ceil(MOST_BYTES / 3) + 1
    const entry = (name: string) => ({ name, bytes: third, at })
    const { stay, leave } = makeRoom([entry('piece.b'), entry('piece.c')], entry('piece.a'))
    expect(stay.map((e) => e.name)).toEqual(['piece.a', 'piece.b'])
    expect(leave.map((e) => e.name)).toEqual(['piece.c'])
  })

  it('does not list what the phone had no room for', () => {
    const storage = memory()
    const full: Storage = { ...storage, write: (name, value) => name !== 'shelf.home' && storage.write(name, value) }
    const shelf = createShelf(full)
    shelf.keep('home', {}, at)
    expect(shelf.read('home')).toBeNull()
    expect(shelf.summary().bytes).toBe(0)
  })

  it('forgets everything when told to, also a copy that fell out of its list', () => {
    const storage = memory()
    const shelf = createShelf(storage)
    shelf.keep('home', {}, at)
    shelf.keep('piece.a', {}, at)
    storage.write('shelf.piece.b', { at, data: {} })
    storage.write('notes', '买菜')
    shelf.clear()
    expect(storage.names()).toEqual(['notes'])
  })
})
