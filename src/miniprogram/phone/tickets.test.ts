import { beforeEach, describe, expect, it, vi } from 'vitest'
import Taro, { resetPhone } from '../../../tests/stubs/taro'
import { dropTicket, forgetTickets, keepTicket, keptTicket, type Ticket } from './tickets'

const at = (instant: string) => new Date(`2026-03-${instant}Z`)
const time = (day: string) => ({ from: `2026-03-${day}T02:00:00.000Z`, until: `2026-03-${day}T04:00:00.000Z` })
const ticket = (ticketId: string, ...days: string[]): Ticket => ({
  ...{ ticketId, key: 'a'.repeat(64), title: '夜里怎么睡好', where: '东门驿站', places: 1 },
  times: days.map(time),
})

beforeEach(resetPhone)

describe('a ticket on the phone', () => {
  it('is there until a day after the last of its times', () => {
    const group = ticket('t1', '07', '14')
    keepTicket('e1', group, at('06T00:00:00'))
    expect(keptTicket('e1', at('15T03:59:59'))).toEqual(group)
    expect(keptTicket('e1', at('15T04:00:00'))).toBeNull()
    expect(keptTicket('e2', at('06T00:00:00'))).toBeNull()
  })

  it('is the newest that was told: a time that was moved moves it', () => {
    keepTicket('e1', ticket('t1', '07'), at('06T00:00:00'))
    keepTicket('e1', ticket('t1', '21'), at('06T00:00:01'))
    expect(keptTicket('e1', at('15T00:00:00'))?.times).toEqual([time('21')])
  })

  it('takes what is over off the phone when the next is kept', () => {
    keepTicket('e1', ticket('t1', '07'), at('06T00:00:00'))
    keepTicket('e2', ticket('t2', '14'), at('08T04:00:00'))
    expect(Object.keys(JSON.parse(localStorage.getItem('tickets') ?? '{}'))).toEqual(['e2'])
  })

  it('goes alone, and the last leaves nothing behind', () => {
    keepTicket('e1', ticket('t1', '07'), at('06T00:00:00'))
    keepTicket('e2', ticket('t2', '14'), at('06T00:00:00'))
    dropTicket('e1', at('06T00:00:00'))
    expect([keptTicket('e1', at('06T00:00:00')), keptTicket('e2', at('06T00:00:00'))?.ticketId]).toEqual([null, 't2'])
    dropTicket('e2', at('06T00:00:00'))
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('is forgotten with all others', () => {
    keepTicket('e1', ticket('t1', '07'), at('06T00:00:00'))
    forgetTickets()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('that the phone has no room for is no trouble: it is asked for again', () => {
    const full = vi.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
      throw new Error('no room')
    })
    keepTicket('e1', ticket('t1', '07'), at('06T00:00:00'))
    full.mockRestore()
    expect(keptTicket('e1', at('06T00:00:00'))).toBeNull()
  })
})
