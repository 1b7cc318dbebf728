import { describe, expect, it } from 'vitest'
import type { ProgrammedEvent } from '../../contract/events'
import { fits } from '../../domain/events/fit'
import { write } from '../../domain/events/moves'
import { kinds, ways } from '../../domain/events/words'
import { beginning, formOf, instantOf, localOf, planOf, repeated, usualSignUp } from './form'

const written: ReturnType<typeof beginning> = {
  ...beginning('open-day', '曼陀罗绘画'),
  times: [{ from: '2026-12-12T01:30:00.000Z', until: '2026-12-12T03:30:00.000Z' }],
  shares: { shift: 8, newcomer: 6 },
  opensAt: '2026-11-28T01:00:00.000Z',
  closesAt: '2026-12-11T10:00:00.000Z',
  questions: [{ id: 'q1', text: '想问老师什么', needed: true }],
}
const event = {
  ...{ id: 'event', branchId: 'city', branchName: '市总工会', state: 'draft', stand: null, revision: 1 },
  ...{ hostId: 'host', hostName: '宋磊', own: true, teacherName: '', said: '', counts: null },
  ...written,
} satisfies ProgrammedEvent

describe('the form of an event', () => {
  it('shows what is written, and writes what is shown', () => {
    const form = formOf(event)
    expect(form).toMatchObject({
      times: [{ day: '2026-12-12', from: '09:30', until: '11:30' }],
      shift: 8,
      newcomer: 6,
      opensAt: '2026-11-28T09:00',
      cancelUntil: '',
    })
    expect(planOf(form)).toEqual(written)
  })

  it('leaves out what is not whole: a draft may lack anything', () => {
    const form = formOf(event)
    const half = { day: '2026-12-13', from: '', until: '' }
    const blank = { id: 'q2', text: '  ', needed: false }
    const plan = planOf({ ...form, times: [...form.times, half], questions: [...form.questions, blank] })
    expect([plan.times, plan.questions]).toEqual([written.times, written.questions])
  })

  it('sends nothing that the form does not show', () => {
    const form = formOf({ ...event, times: [...event.times], questions: [...event.questions] })
    const stale = { sharesUntil: '2026-12-20T10:00', way: 'draw' as const }
    const without = planOf({ ...form, ...stale, capacity: 0 })
    expect(without).toMatchObject({
      shares: { shift: 0, newcomer: 0 },
      way: 'first-come',
      sharesUntil: written.closesAt,
    })
    const noneKept = { ...form, shift: 0, newcomer: 0 }
    expect(planOf(noneKept).sharesUntil).toBe(written.closesAt)
    expect(planOf({ ...noneKept, sharesUntil: '2026-12-10T18:00' }).sharesUntil).toBe('2026-12-10T10:00:00.000Z')
    expect(planOf(form).sharesUntil).toBe('')
  })

  it('takes a number that was cleared for none', () => {
    const form = formOf({ ...event, times: [...event.times], questions: [...event.questions] })
    const cleared = null as unknown as number
    const plan = planOf({ ...form, capacity: cleared, relatives: cleared, hours: cleared, shift: cleared })
    expect(plan).toMatchObject({ capacity: 0, relatives: 0, hours: 0, shares: { shift: 0, newcomer: 0 } })
  })

  it('knows hours of Shanghai, and no others', () => {
    expect(instantOf('2026-12-12T00:10')).toBe('2026-12-11T16:10:00.000Z')
    expect(localOf('2026-12-31T16:10:00.000Z')).toBe('2027-01-01T00:10')
    expect([instantOf(''), localOf('')]).toEqual(['', ''])
  })

  it('repeats a time over the end of a year', () => {
    const first = { day: '2026-12-24', from: '18:30', until: '20:00' }
    expect(repeated(first, 14, 3).map(({ day }) => day)).toEqual(['2026-12-24', '2027-01-07', '2027-01-21'])
    expect(repeated({ ...first, day: '' }, 14, 3)).toHaveLength(1)
  })

  it('fills in a sign-up that can be announced as it is', () => {
    const now = new Date('2026-12-05T03:00:00Z')
    for (const kind of kinds)
      for (const way of kind === 'live' ? (['first-come'] as const) : ways) {
        const first = { day: '2026-12-12', from: '09:30', until: '11:30' }
        const usual = usualSignUp(first, kind, way, now)
        const plan = planOf({
          ...formOf(event),
          ...{ ...usual, kind, way, times: [first], about: '不用会画画', place: '三楼', link: 'https://a.cn/live' },
          ...(kind === 'live' && { capacity: 0, shift: 0, newcomer: 0 }),
        })
        const draft = write(undefined, { id: 'one', branchId: 'city', hostId: 'host', revision: 0 }, plan)
        expect(draft.ok && fits(draft.data, now)).toMatchObject({ ok: true })
      }
  })
})
