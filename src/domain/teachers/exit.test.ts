import { describe, expect, it } from 'vitest'
import { daysLater } from '../time'
import { appeal, decide, isScheduled, isUnder, tell } from './exit'
import { hear, save, type Teacher } from './teacher'

const now = new Date('2026-03-10T02:00:00.000Z')
const saved = save(undefined, { id: 'teacher', branchId: 'city', revision: 0, name: '周老师', about: '' })
const teacher = (...heard: [count: number, sum: number][]): Teacher => {
  if (!saved.ok) throw new Error(saved.code)
  return heard.reduce((one, [count, sum]) => hear(one, { count, sum }, now), saved.data)
}
const dataOf = (result: { ok: true; data: Teacher } | { ok: false; code: string }): Teacher => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const told = () => dataOf(tell(teacher([20, 60]), now))

describe('the published rule', () => {
  it('asks for twenty people of the last twelve months and a mean under 3.5', () => {
    expect(isUnder(teacher([19, 19]), now)).toBe(false)
    expect(isUnder(teacher([20, 70]), now)).toBe(false)
    expect(isUnder(teacher([20, 69]), now)).toBe(true)
    expect(isUnder(teacher([10, 30], [10, 39]), now)).toBe(true)
    expect(isUnder(teacher([20, 69]), daysLater(now, 365))).toBe(false)
  })
  it('tells whoever is asked, once', () => {
    expect(told()).toMatchObject({
      ...{ standing: 'told', toldAt: '2026-03-10T02:00:00.000Z', appealUntil: '2026-03-24T02:00:00.000Z' },
      appeal: '',
    })
    expect(tell(told(), now)).toMatchObject({ code: 'NOTHING_TO_TELL' })
    expect(tell(teacher([20, 80]), now)).toMatchObject({ code: 'NOTHING_TO_TELL' })
  })
})

describe('a teacher who was told', () => {
  it('has fourteen days to appeal, and is scheduled meanwhile', () => {
    const appealed = dataOf(appeal(told(), '那两次都换了场地', daysLater(now, 13)))
    expect(appealed).toMatchObject({ standing: 'appealed', appeal: '那两次都换了场地' })
    expect(isScheduled(told())).toBe(true)
    expect(isScheduled(appealed)).toBe(true)
    expect(appeal(appealed, '那两次都换了场地', daysLater(now, 20))).toEqual({ ok: true, data: appealed })
    expect(appeal(appealed, '再说一句', now)).toMatchObject({ code: 'NOTHING_TO_APPEAL' })
    expect(appeal(told(), '晚了', daysLater(now, 14))).toMatchObject({ code: 'TOO_LATE_TO_APPEAL' })
    expect(appeal(teacher(), '没有的事', now)).toMatchObject({ code: 'NOTHING_TO_APPEAL' })
  })
  it('is decided on after the appeal, or once the days are over, and not before', () => {
    const out = { stays: false, why: '两次回访都说听不清' }
    expect(decide(told(), out, daysLater(now, 13))).toMatchObject({ code: 'NOTHING_TO_DECIDE' })
    expect(isScheduled(dataOf(decide(told(), out, daysLater(now, 14))))).toBe(false)
    const appealed = dataOf(appeal(told(), '请再听一次', now))
    const gone = dataOf(decide(appealed, out, now))
    expect(gone).toMatchObject({ standing: 'out', decidedFor: out.why })
    expect(decide(gone, out, now)).toEqual({ ok: true, data: gone })
    expect(decide(gone, { ...out, why: '别的' }, now)).toMatchObject({ code: 'NOTHING_TO_DECIDE' })
    expect(decide(teacher([20, 60]), out, now)).toMatchObject({ code: 'NOTHING_TO_DECIDE' })
  })
  it('who stays is judged by what is said from then on', () => {
    const appealed = dataOf(appeal(told(), '请再听一次', now))
    const stays = { stays: true, why: '换了场地' }
    const kept = dataOf(decide(appealed, stays, now))
    expect(kept.standing).toBe('asked')
    expect(isUnder(kept, now)).toBe(false)
    expect(decide(kept, stays, now)).toEqual({ ok: true, data: kept })
    expect(isUnder(hear(kept, { count: 20, sum: 50 }, daysLater(now, 1)), daysLater(now, 1))).toBe(true)
  })
  it('who is out may be asked again', () => {
    const out = dataOf(decide(told(), { stays: false, why: '听不清' }, daysLater(now, 14)))
    expect(dataOf(decide(out, { stays: true, why: '重新试讲过' }, daysLater(now, 200))).standing).toBe('asked')
  })
})
