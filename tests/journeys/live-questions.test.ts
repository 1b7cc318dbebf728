import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '../../src/domain/events/event'
import { minutesLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
let live: Event
beforeAll(async () => {
  house = await openHouse()
  live = await keepEvent(house, house.clock.now(), { id: 'evening', kind: 'live', link: 'https://example.com/live' })
})
afterAll(() => house.close())

const host = () => house.staff('host', '郑主持', 'host')
const one = { eventId: 'evening' }
const asks = (name: string, questionId: string, text: string) =>
  house.employee(name).liveQuestions.ask({ ...one, questionId, text })

describe('questions to a live', () => {
  it('are asked before it, and sent twice are one', async () => {
    const first = dataOf(await asks('林', 'question00000001', '下了夜班怎么睡'))
    expect(dataOf(await asks('林', 'question00000001', '下了夜班怎么睡'))).toEqual(first)
    house.clock.forward(1)
    dataOf(await asks('周', 'question00000002', '领导总在半夜发消息'))
    const mine = dataOf(await house.employee('林').liveQuestions.mine(one)).rows
    expect(mine).toEqual([{ ...first, state: 'waiting', text: '下了夜班怎么睡' }])
  })

  it('are not to be had by somebody else who knows the id', async () => {
    expect(await asks('周', 'question00000001', '什么')).toMatchObject({ ok: false })
    expect(await house.employee('周').liveQuestions.takeBack({ questionId: 'question00000001' })).toMatchObject({
      code: 'LIVE_QUESTION_NOT_FOUND',
    })
  })

  it('are listed without a word, and read by the host without a name, which their person finds', async () => {
    const { rows } = dataOf(await (await host()).liveQuestions.list(one))
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['question00000001', 'waiting'],
      ['question00000002', 'waiting'],
    ])
    expect(JSON.stringify(rows)).not.toContain('夜班')
    const looks = () => house.employee('林').privacy.readings({})
    expect(dataOf(await looks()).rows).toEqual([])
    const read = dataOf(await (await host()).liveQuestions.read({ ...one, questionIds: ['question00000001'] }))
    expect(read.rows).toEqual([{ id: 'question00000001', text: '下了夜班怎么睡' }])
    expect(dataOf(await looks()).rows).toHaveLength(1)
    expect(JSON.stringify(await house.dump())).not.toContain('下了夜班怎么睡')
  })

  it('are settled by the host, during it too, and taken back by whoever asked', async () => {
    house.clock.set(minutesLater(new Date(live.times[0]?.from ?? ''), 30).toISOString())
    dataOf(await asks('林', 'question00000003', '刚才说的再说一遍'))
    dataOf(await (await host()).liveQuestions.settle({ ...one, questionId: 'question00000003', state: 'taken' }))
    const mine = dataOf(await house.employee('林').liveQuestions.mine(one)).rows
    expect(mine.map(({ id, state }) => [id, state])).toEqual([
      ['question00000003', 'taken'],
      ['question00000001', 'waiting'],
    ])
    dataOf(await house.employee('林').liveQuestions.takeBack({ questionId: 'question00000001' }))
    const { rows } = dataOf(await (await host()).liveQuestions.list(one))
    expect(rows.map(({ id }) => id)).toEqual(['question00000002', 'question00000003'])
    const gone = dataOf(await (await host()).liveQuestions.read({ ...one, questionIds: ['question00000001'] }))
    expect(gone.rows).toEqual([])
  })

  it('are over with it', async () => {
    house.clock.set(live.times[0]?.until ?? '')
    expect(await asks('周', 'question00000004', '还有一个')).toMatchObject({ code: 'LIVE_QUESTIONS_CLOSED' })
  })
})
