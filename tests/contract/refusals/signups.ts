import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { eventsJobs } from '../../../cloudfunctions/events/jobs'
import type { Api } from '../../../src/contract/client'
import type { Event } from '../../../src/domain/events/event'
import { dataOf } from '../../house/data-of'
import { keepEvent } from '../../house/events'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function signupRefusals(): void {
  let house: House
  let lin: Api
  beforeAll(async () => {
    house = await openHouse()
    lin = house.employee('林')
  })
  afterAll(() => house.close())

  const announced = (more: Partial<Event> = {}) => keepEvent(house, house.clock.now(), { id: nanoid(), ...more })
  const joining = ({ id }: Pick<Event, 'id'>, more: { places?: number; answers?: [string, string][] } = {}) => ({
    ...{ eventId: id, places: more.places ?? 1, shares: [], trade: 'health' as const },
    answers: (more.answers ?? []).map(([questionId, text]) => ({ questionId, text })),
  })

  describe('a question to a live is refused', () => {
    const asking = (eventId: string) => ({
      eventId,
      questionId: nanoid().replace(/[^A-Za-z0-9]/g, 'x'),
      text: '怎么睡',
    })

    it('where there is no such live, or none now, and from the fourth on', async () => {
      await refusedWith('liveQuestions.ask', 'EVENT_NOT_FOUND', lin.liveQuestions.ask(asking('noevent')))
      const openDay = await announced()
      await refusedWith('liveQuestions.ask', 'LIVE_QUESTIONS_CLOSED', lin.liveQuestions.ask(asking(openDay.id)))
      const live = await announced({ kind: 'live', link: 'https://example.com/live' })
      for (let asked = 0; asked < 3; asked++) dataOf(await lin.liveQuestions.ask(asking(live.id)))
      await refusedWith('liveQuestions.ask', 'TOO_MANY_LIVE_QUESTIONS', lin.liveQuestions.ask(asking(live.id)))
    })
    it('to be taken back, read or settled where it is not there', async () => {
      const questionId = 'nosuchquestion01'
      await refusedWith('liveQuestions.takeBack', 'LIVE_QUESTION_NOT_FOUND', lin.liveQuestions.takeBack({ questionId }))
      const host = await house.staff('host', '郑主持', 'host')
      const none = { eventId: 'noevent' }
      const read = { questionIds: [questionId] }
      const settle = { questionId, state: 'taken' } as const
      await refusedWith('liveQuestions.list', 'EVENT_NOT_FOUND', host.liveQuestions.list(none))
      await refusedWith('liveQuestions.read', 'EVENT_NOT_FOUND', host.liveQuestions.read({ ...none, ...read }))
      await refusedWith('liveQuestions.settle', 'EVENT_NOT_FOUND', host.liveQuestions.settle({ ...none, ...settle }))
      const { id: eventId } = await announced({ state: 'draft' })
      const draft = { eventId }
      await refusedWith('liveQuestions.list', 'EVENT_NOT_ANNOUNCED', host.liveQuestions.list(draft))
      await refusedWith('liveQuestions.read', 'EVENT_NOT_ANNOUNCED', host.liveQuestions.read({ ...draft, ...read }))
      await refusedWith(
        'liveQuestions.settle',
        'EVENT_NOT_ANNOUNCED',
        host.liveQuestions.settle({ ...draft, ...settle }),
      )
      const live = await announced({ kind: 'live', link: 'https://example.com/live' })
      await refusedWith(
        'liveQuestions.settle',
        'LIVE_QUESTION_NOT_FOUND',
        host.liveQuestions.settle({ eventId: live.id, ...settle }),
      )
    })
  })

  describe('signing up is refused', () => {
    it('where there is no such event, or it is not announced', async () => {
      await refusedWith('signups.join', 'EVENT_NOT_FOUND', lin.signups.join(joining({ id: 'noevent' })))
      const draft = await announced({ state: 'draft' })
      await refusedWith('signups.join', 'EVENT_NOT_FOUND', lin.signups.join(joining(draft)))
    })
    it('too early, too late, and to whoever has not proved to be a member where it is for members', async () => {
      const soon = await announced({ opensAt: '2026-03-10T03:00:00.000Z' })
      await refusedWith('signups.join', 'SIGN_UP_NOT_OPEN', lin.signups.join(joining(soon)))
      const over = await announced({ closesAt: '2026-03-10T02:00:00.000Z' })
      await refusedWith('signups.join', 'SIGN_UP_CLOSED', lin.signups.join(joining(over)))
      const closed = await announced({ audience: 'members' })
      await refusedWith('signups.join', 'EVENT_FOR_MEMBERS', lin.signups.join(joining(closed)))
    })
    it('with more relatives than are set, without an answer that is needed, and with one nobody asked for', async () => {
      const alone = await announced({ relatives: 0 })
      await refusedWith('signups.join', 'TOO_MANY_RELATIVES', lin.signups.join(joining(alone, { places: 2 })))
      const asking = await announced({ questions: [{ id: 'q1', text: '您想问什么', needed: true }] })
      await refusedWith('signups.join', 'QUESTION_UNANSWERED', lin.signups.join(joining(asking)))
      const more: [string, string][] = [
        ['q1', '怎么睡好'],
        ['q2', '多说一句'],
      ]
      await refusedWith('signups.join', 'QUESTION_CHANGED', lin.signups.join(joining(asking, { answers: more })))
    })
    it('a second time with another number of people', async () => {
      const event = await announced()
      dataOf(await lin.signups.join(joining(event)))
      dataOf(await lin.signups.join(joining(event)))
      await refusedWith('signups.join', 'ALREADY_SIGNED_UP', lin.signups.join(joining(event, { places: 2 })))
    })
  })

  describe('one’s own sign-up', () => {
    it('is not there for whoever did not sign up', async () => {
      const none = { eventId: (await announced()).id }
      await refusedWith('signups.open', 'SIGNUP_NOT_FOUND', lin.signups.open(none))
      await refusedWith('signups.cancel', 'SIGNUP_NOT_FOUND', lin.signups.cancel(none))
      await refusedWith('signups.accept', 'SIGNUP_NOT_FOUND', lin.signups.accept(none))
      await refusedWith('signups.decline', 'SIGNUP_NOT_FOUND', lin.signups.decline(none))
    })
    it('cannot be given back after the set instant', async () => {
      const event = await announced({ cancelUntil: '2026-03-10T02:00:00.000Z' })
      dataOf(await lin.signups.join(joining(event)))
      await refusedWith('signups.cancel', 'TOO_LATE_TO_CANCEL', lin.signups.cancel({ eventId: event.id }))
    })
    it('holds no offer once it has lapsed: the seat is the next one’s', async () => {
      const event = await announced({ capacity: 1, shares: { shift: 0, newcomer: 0 } })
      const eventId = event.id
      const [first, second, third] = ['周', '吴', '郑'].map((name) => house.employee(name))
      for (const one of [first, second, third]) {
        dataOf(await (one as Api).signups.join(joining(event)))
        house.clock.forward(1)
      }
      dataOf(await (first as Api).signups.cancel({ eventId }))
      house.clock.forward(45 * 60)
      await refusedWith('signups.accept', 'SEAT_OFFER_OVER', (second as Api).signups.accept({ eventId }))
      await refusedWith('signups.decline', 'SEAT_OFFER_OVER', (second as Api).signups.decline({ eventId }))
      const { database, files, keys, clock } = house
      for (const job of eventsJobs) await job.run({ database, files, keys, now: clock.now(), timeLeft: () => true })
      dataOf(await (third as Api).signups.accept({ eventId }))
    })
  })
}
