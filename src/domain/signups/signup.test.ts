import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import {
  accept,
  arrive,
  ask,
  cancel,
  come,
  decline,
  gaveBack,
  holderOf,
  isStanding,
  join,
  lapse,
  mayGoFreely,
  miss,
  offer,
  type Signup,
  stateNow,
} from './signup'
import { type SignupState, signupStates } from './words'

const event = openDay()
const now = new Date('2026-03-03T02:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const asked = {
  eventId: 'openday',
  personId: 'lin',
  ticketId: 't1',
  shares: [],
  places: 2,
  way: 'first-come' as const,
  revision: 1,
}
const seats = [{ pool: 'open', places: 2 }] as const
const one = [{ pool: 'openFreed', places: 1 }] as const

const got = <T>(result: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}

const atTheDoor = got(join(undefined, asked, now))
const inTheLine = got(arrive(atTheDoor, [], event, now))
const seated = got(arrive(atTheDoor, seats, event, now))
const askedFor = got(ask(inTheLine, one, event, now))
const offered = got(offer(askedFor, 1, true, event, now))
const until = new Date(offered.offeredUntil)
const as = (state: SignupState, from: Signup = seated): Signup => ({ ...from, state })

describe('signing up', () => {
  it('begins at the end of the line, with work at the seats under way', () => {
    expect(atTheDoor).toMatchObject({ id: 'openday.lin', state: 'waiting', held: [], asked: 0 })
    expect([atTheDoor.unsettled, atTheDoor.turn]).toEqual([now.toISOString(), `${now.toISOString()} t1`])
  })

  it('is to be in the draw where there is one, and nothing is under way', () => {
    expect(got(join(undefined, { ...asked, way: 'draw' }, now))).toMatchObject({ state: 'entered', unsettled: '' })
  })

  it('all the places are seats, fewer are an offer, none is the line', () => {
    expect(seated).toMatchObject({ state: 'seated', held: seats, unsettled: '', offeredUntil: '' })
    expect(got(arrive(atTheDoor, [{ pool: 'open', places: 1 }], event, now))).toMatchObject({
      ...{ state: 'offered', places: 2, offeredUntil: offered.offeredUntil },
    })
    expect(inTheLine).toMatchObject({ state: 'waiting', held: [], unsettled: '' })
  })

  it('where there is no limit everybody has a seat', () => {
    const live = openDay({ capacity: 0 })
    expect(got(arrive(atTheDoor, [], live, now))).toMatchObject({ state: 'seated', places: 2, held: [], unsettled: '' })
  })

  it('whoever has been at the door is not there again: what was taken a second time is given back', () => {
    for (const signup of [seated, inTheLine, askedFor, offered])
      expect(arrive(signup, seats, event, now)).toEqual({ ok: false, code: 'NOT_AT_THE_DOOR' })
  })

  it('nobody is signed up twice', () => {
    for (const signup of [atTheDoor, inTheLine, seated, askedFor, offered, as('came'), as('missed'), as('entered')])
      expect(join(signup, { ...asked, ticketId: 't2' }, now)).toEqual({ ok: false, code: 'ALREADY_SIGNED_UP' })
  })

  it('whoever is out comes anew with another ticket, at the end, once what they held is given back', () => {
    for (const out of [got(decline(offered, now)), got(cancel(seated, event, now)), got(lapse(offered, until))]) {
      expect(join(out, { ...asked, ticketId: 't2' }, until)).toEqual({ ok: false, code: 'SEAT_ON_ITS_WAY' })
      const anew = got(join(got(gaveBack(out)), { ...asked, ticketId: 't2' }, until))
      expect(anew).toMatchObject({ ticketId: 't2', state: 'waiting', joinedAt: until.toISOString(), asked: 0 })
    }
  })

  it('is known to the seats by its ticket, how often it was asked and the number of places', () => {
    expect([holderOf(atTheDoor, 2), holderOf(offered, 1)]).toEqual(['t1.0.2', 't1.1.1'])
  })
})

describe('being asked', () => {
  it('is for whoever waits and about whom nothing is under way', () => {
    for (const signup of [atTheDoor, seated, askedFor, offered, as('declined')])
      expect(ask(signup, one, event, now)).toEqual({ ok: false, code: 'NOT_WAITING' })
    expect(askedFor).toMatchObject({ state: 'waiting', held: one, asked: 1, unsettled: now.toISOString() })
  })

  it('is never later than two hours before the beginning', () => {
    const last = new Date('2026-03-14T00:00:00.000Z')
    expect(ask(inTheLine, one, event, last).ok).toBe(true)
    const after = new Date(last.getTime() + 1)
    expect(ask(inTheLine, one, event, after)).toEqual({ ok: false, code: 'TOO_LATE_TO_OFFER' })
  })

  it('is an offer once the seats are kept, and the same place in the line where somebody was faster', () => {
    expect(offered).toMatchObject({ state: 'offered', held: one, unsettled: '', places: 2 })
    const passedOver = got(offer(askedFor, 1, false, event, now))
    expect(passedOver).toEqual({ ...inTheLine, asked: 1 })
    expect(got(ask(passedOver, one, event, now)).asked).toBe(2)
  })

  it('counts once: what was kept for an earlier turn is not theirs', () => {
    for (const turn of [0, 2])
      expect(offer(askedFor, turn, true, event, now)).toEqual({ ok: false, code: 'NOT_WAITING' })
    for (const signup of [inTheLine, offered, atTheDoor])
      expect(offer(signup, signup.asked, true, event, now)).toEqual({ ok: false, code: 'NOT_WAITING' })
  })
})

describe('an offer', () => {
  const last = new Date(until.getTime() - 1)

  it('can be taken until it ends, with as many places as were offered', () => {
    expect(got(accept(offered, event, last))).toMatchObject({ state: 'seated', places: 1, held: one, offeredUntil: '' })
    expect(accept(offered, event, until)).toEqual({ ok: false, code: 'SEAT_OFFER_OVER' })
  })

  it('can be declined until it ends; then it lapses, and not before', () => {
    expect(got(decline(offered, last))).toMatchObject({ state: 'declined', held: one, unsettled: last.toISOString() })
    expect(decline(offered, until)).toEqual({ ok: false, code: 'SEAT_OFFER_OVER' })
    expect(lapse(offered, last)).toEqual({ ok: false, code: 'NOT_LAPSED' })
    expect(got(lapse(offered, until))).toMatchObject({ state: 'lapsed', held: one, unsettled: until.toISOString() })
  })

  it('is over by its instant, whether the clock has come by or not', () => {
    expect([stateNow(offered, last), stateNow(offered, until)]).toEqual(['offered', 'lapsed'])
    expect([isStanding(offered, last), isStanding(offered, until)]).toEqual([true, false])
  })

  it.each(signupStates.filter((state) => state !== 'offered'))('nothing can be taken or declined as %s', (state) => {
    expect(accept(as(state), event, now)).toEqual({ ok: false, code: 'SEAT_OFFER_OVER' })
    expect(decline(as(state), now)).toEqual({ ok: false, code: 'SEAT_OFFER_OVER' })
    expect(lapse(as(state), now)).toEqual({ ok: false, code: 'NOT_LAPSED' })
  })
})

describe('going', () => {
  const end = new Date(event.cancelUntil)

  it('a seat is given back before the set instant, and not at it', () => {
    expect(got(cancel(seated, event, new Date(end.getTime() - 1)))).toMatchObject({ state: 'cancelled', held: seats })
    expect(cancel(seated, event, end)).toEqual({ ok: false, code: 'TOO_LATE_TO_CANCEL' })
  })

  it('whoever waits or is asked goes at any time; whoever holds nothing is out at once', () => {
    expect(got(cancel(inTheLine, event, end))).toMatchObject({ state: 'cancelled', unsettled: '' })
    const asked = { ...offered, offeredUntil: later(60 * 24 * 30).toISOString() }
    expect(got(cancel(asked, event, end))).toMatchObject({ state: 'cancelled', unsettled: end.toISOString() })
    expect(got(cancel(as('entered', inTheLine), event, now))).toMatchObject({ state: 'cancelled', unsettled: '' })
  })

  it('not while a seat is on its way, and not twice', () => {
    for (const signup of [atTheDoor, askedFor])
      expect(cancel(signup, event, now)).toEqual({ ok: false, code: 'SEAT_ON_ITS_WAY' })
    for (const state of ['declined', 'lapsed', 'cancelled', 'came', 'missed'] as const)
      expect(cancel(as(state), event, now)).toEqual({ ok: false, code: 'SIGNUP_NOT_FOUND' })
  })

  it('ends when what was held is given back, and only then holds nothing', () => {
    expect(got(gaveBack(got(cancel(seated, event, now))))).toMatchObject({
      state: 'cancelled',
      held: [],
      unsettled: '',
    })
    for (const signup of [seated, offered, inTheLine]) expect(gaveBack(signup)).toEqual({ ok: false, code: 'NOT_OVER' })
  })
})

describe('the day itself', () => {
  const over = new Date('2026-03-14T04:00:00.000Z')

  it('whoever has a seat comes; once or twice is the same', () => {
    const came = got(come(seated))
    expect(came.state).toBe('came')
    expect(come(came)).toEqual({ ok: true, data: came })
    for (const state of ['waiting', 'offered', 'cancelled', 'lapsed', 'declined', 'entered'] as const)
      expect(come(as(state))).toEqual({ ok: false, code: 'NO_SEAT' })
  })

  it('whoever did not come is missed from the end of the last of its times on, and a late scan puts it right', () => {
    expect(miss(seated, event, new Date(over.getTime() - 1))).toEqual({ ok: false, code: 'NOT_MISSED' })
    const missed = got(miss(seated, event, over))
    expect(missed.state).toBe('missed')
    expect(got(come(missed)).state).toBe('came')
    expect(miss(as('came'), event, over)).toEqual({ ok: false, code: 'NOT_MISSED' })
  })

  it('a series is not missed before its last time', () => {
    const series = { times: [...event.times, { from: '2026-04-11T02:00:00.000Z', until: '2026-04-11T04:00:00.000Z' }] }
    expect(miss(seated, series, over)).toEqual({ ok: false, code: 'NOT_MISSED' })
  })
})

describe('an event that was changed', () => {
  const moved = openDay({ revision: 2 })
  const late = new Date(moved.cancelUntil)

  it('gives back a seat whatever the hour, to whoever agreed to what it was before', () => {
    expect(cancel(seated, event, late)).toEqual({ ok: false, code: 'TOO_LATE_TO_CANCEL' })
    expect(got(cancel(seated, moved, late))).toMatchObject({ state: 'cancelled' })
    expect(mayGoFreely(seated, moved, new Date(moved.times[0]?.from ?? ''))).toBe(false)
  })

  it('is what they agree to who sign up, or take an offer, from then on', () => {
    expect(got(join(undefined, { ...asked, revision: 2 }, now)).agreedTo).toBe(2)
    expect(got(accept(offered, moved, now)).agreedTo).toBe(2)
    expect(mayGoFreely({ agreedTo: 2 }, moved, now)).toBe(false)
  })
})
