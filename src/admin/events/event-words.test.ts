import { describe, expect, it } from 'vitest'
import { seatsSaid, standingSaid, timeSaid, timesSaid } from './event-words'

const time = { from: '2026-12-12T01:30:00.000Z', until: '2026-12-12T03:30:00.000Z' }

describe('words of an event', () => {
  it('say its times in Shanghai', () => {
    expect(timeSaid(time)).toBe('2026-12-12 周六 09:30–11:30')
    expect(timesSaid([])).toBe('还没有定时间')
    expect(timesSaid([time, time])).toBe('2026-12-12 周六 09:30–11:30，共 2 次')
  })

  it('say how it stands: by its sign-up once it is announced', () => {
    expect(standingSaid({ state: 'announced', stand: 'full' })).toBe('名额满，可候补')
    expect(standingSaid({ state: 'draft', stand: null })).toBe('草稿')
  })

  it('say the seats, and what is kept of them', () => {
    expect(seatsSaid({ capacity: 0, shares: { shift: 0, newcomer: 0 } })).toBe('不限')
    expect(seatsSaid({ capacity: 30, shares: { shift: 8, newcomer: 0 } })).toBe('30（预留：倒班和一线 8）')
  })
})
