import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import {
  accept,
  answerTransfer,
  ask,
  askTransfer,
  type Chat,
  type Desk,
  end,
  endSilent,
  meet,
  passOn,
  readUpTo,
  returned,
  say,
  unread,
} from './chat'

const NOON = new Date('2026-03-10T04:00:00.000Z')
const later = (minutes: number) => minutesLater(NOON, minutes)
const promisedAt = later(120)
const desk = (...crew: string[]): Desk => ({ crew, promisedAt })
const given = (...crew: string[]) => ask('chat', 'lin', desk(...crew), NOON)
const good = (result: { ok: true; data: Chat } | { ok: false; code: string }) => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const open = () => good(accept(given('he'), 'he', NOON))

describe('who takes a conversation', () => {
  it('is whoever is on duty, one after the other, two minutes each', () => {
    const crew = () => desk('he', 'gao')
    const chat = given('he', 'gao')
    expect(chat).toMatchObject({ state: 'waiting', asked: ['he'] })
    expect(passOn(chat, crew, new Date(later(2).getTime() - 1)).asked).toEqual(['he'])
    expect(passOn(chat, crew, later(2))).toMatchObject({ state: 'waiting', asked: ['he', 'gao'] })
  })
  it('is nobody after all were asked: then it lies there as a message with a promised time', () => {
    const chat = passOn(given('he', 'gao'), () => desk('he', 'gao'), later(4))
    expect(chat).toMatchObject({ state: 'left', promisedAt: promisedAt.toISOString() })
    expect(given()).toMatchObject({ state: 'left', asked: [], promisedAt: promisedAt.toISOString() })
  })
  it('comes out the same however late and however often it is looked at', () => {
    const crew = () => desk('he', 'gao', 'shen')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (looks) => {
        const seen = [...looks, 12]
          .sort((a, b) => a - b)
          .reduce((chat, at) => passOn(chat, crew, later(at)), given('he'))
        expect(seen).toEqual(passOn(given('he'), crew, later(12)))
      }),
    )
  })
  it('is one of two who accept at once, and accepting twice changes nothing', () => {
    const first = good(accept(given('he', 'gao'), 'gao', NOON))
    expect(accept(first, 'he', NOON)).toEqual({ ok: false, code: 'CHAT_TAKEN' })
    expect(good(accept(first, 'gao', later(1)))).toEqual(first)
  })
  it('may still be taken when it was left as a message', () => {
    expect(good(accept(given(), 'he', later(60)))).toMatchObject({ state: 'open', staffId: 'he' })
  })
  it('is the counsellor who was booked, without anybody having to accept', () => {
    expect(meet('chat', 'lin', { id: 'b1', staffId: 'he' }, NOON)).toMatchObject({ state: 'open', staffId: 'he' })
  })
  it('waits again when they leave their work, and whoever comes does not read what was said', () => {
    const chat = good(say(open(), 'person', NOON))
    expect(returned(chat, () => true, desk('gao'), NOON)).toBe(chat)
    expect(returned(chat, () => false, desk('gao'), NOON)).toMatchObject({ state: 'waiting', asked: ['gao'], from: 2 })
    expect(returned(chat, () => false, desk(), NOON)).toMatchObject({ state: 'left', staffId: '', from: 2 })
  })
})

describe('messages', () => {
  it('are numbered without gaps, whoever speaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('person' as const, 'counsellor' as const)), (sides) => {
        let chat = open()
        for (const [index, side] of sides.entries()) {
          chat = good(say(chat, side, NOON))
          expect(chat.last).toBe(index + 1)
        }
      }),
    )
  })
  it('may be sent by the person while they wait, by the counsellor only once they have accepted', () => {
    expect(say(given('he'), 'person', NOON).ok).toBe(true)
    expect(say(given('he'), 'counsellor', NOON)).toEqual({ ok: false, code: 'NOT_YET_ACCEPTED' })
    expect(say(end(open(), 'person', NOON), 'person', NOON)).toEqual({ ok: false, code: 'CHAT_ENDED' })
  })
  it('are read up to a number that never goes back and never beyond what was said', () => {
    const chat = [1, 2, 3].reduce((each) => good(say(each, 'person', NOON)), open())
    expect(unread(chat, 'counsellor')).toBe(3)
    expect(unread(chat, 'person')).toBe(0)
    const read = readUpTo(chat, 'counsellor', 2)
    expect(readUpTo(read, 'counsellor', 1)).toEqual(read)
    expect(readUpTo(read, 'counsellor', 99).read.counsellor).toBe(3)
  })
})

describe('handing a conversation on', () => {
  const asked = (past: boolean) => {
    const chat = [1, 2].reduce((each) => good(say(each, 'person', NOON)), open())
    return good(askTransfer(chat, { staffId: 'gao', name: '高远', past }, NOON))
  }
  it('moves nothing until the person agrees', () => {
    expect(asked(true)).toMatchObject({ staffId: 'he', transfer: { to: 'gao' } })
    expect(good(answerTransfer(asked(true), false, NOON))).toMatchObject({ staffId: 'he', transfer: null })
  })
  it('takes the past along only where the person said so', () => {
    const whole = good(answerTransfer(asked(true), true, NOON))
    expect(whole).toMatchObject({ staffId: 'gao', from: 1 })
    expect(unread(whole, 'counsellor')).toBe(2)
    const fresh = good(answerTransfer(asked(false), true, NOON))
    expect(fresh).toMatchObject({ staffId: 'gao', from: 3 })
    expect(unread(fresh, 'counsellor')).toBe(0)
  })
  it('is not to oneself, not before somebody accepted, and not answered unasked', () => {
    const to = (staffId: string) => ({ staffId, name: '', past: false })
    expect(askTransfer(open(), to('he'), NOON)).toEqual({ ok: false, code: 'SAME_COUNSELLOR' })
    expect(askTransfer(given('he'), to('gao'), NOON)).toEqual({ ok: false, code: 'CHAT_ENDED' })
    expect(answerTransfer(open(), true, NOON)).toEqual({ ok: false, code: 'NOTHING_ASKED' })
    const over = end(asked(true), 'person', NOON)
    expect(askTransfer(over, to('gao'), NOON)).toEqual({ ok: false, code: 'CHAT_ENDED' })
    expect(answerTransfer(over, true, NOON)).toEqual({ ok: false, code: 'CHAT_ENDED' })
  })
})

describe('the end of a conversation', () => {
  it('comes by either side, once', () => {
    const over = end(open(), 'counsellor', later(5))
    expect(over).toMatchObject({ state: 'ended', endedBy: 'counsellor', endedAt: later(5).toISOString() })
    expect(end(over, 'person', later(9))).toBe(over)
    expect(accept(over, 'gao', later(9))).toEqual({ ok: false, code: 'CHAT_ENDED' })
  })
  it('comes by itself after an hour in which nobody said anything, and dates from then', () => {
    const chat = good(say(open(), 'person', later(10)))
    expect(endSilent(chat, new Date(later(70).getTime() - 1))).toBe(chat)
    expect(endSilent(chat, later(300))).toMatchObject({
      state: 'ended',
      endedBy: 'silence',
      endedAt: later(70).toISOString(),
    })
  })
  it('never comes by itself for somebody who waits', () => {
    expect(endSilent(given('he'), later(10_000)).state).toBe('waiting')
    expect(endSilent(given(), later(10_000)).state).toBe('left')
  })
})
