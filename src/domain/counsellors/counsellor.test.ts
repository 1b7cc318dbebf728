import { describe, expect, it } from 'vitest'
import { approve, begin, isOffered, isRunningOut, leave, type Profile, sendBack, submit, write } from './counsellor'

const now = new Date('2026-11-23T01:00:00Z')
const profile: Profile = {
  name: '林月华',
  gender: 'female',
  languages: ['mandarin'],
  fields: ['sleep'],
  modes: ['text'],
  stationId: '',
  institution: '市职工服务中心',
  about: '',
  qualification: { title: '心理治疗师', number: 'A1', issuedBy: '省卫健委', until: '2026-12-31' },
}
const draft = (changes: Partial<Profile> = {}) => write(begin('lin', 'city'), 'city', { ...profile, ...changes })
const submittedAt = now.toISOString()
const wang = { staffId: 'wang', name: '王建国', submittedAt }
const handedIn = () => {
  const result = submit(draft(), now)
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const live = () => {
  const result = approve(handedIn(), wang, now)
  if (!result.ok) throw new Error(result.code)
  return result.data
}

describe('a profile', () => {
  it('is handed in only when people can meet and the certificate counts', () => {
    expect(submit(begin('lin', 'city'), now)).toMatchObject({ code: 'NOTHING_TO_SUBMIT' })
    expect(submit(draft({ modes: [] }), now)).toMatchObject({ code: 'MODE_MISSING' })
    expect(submit(draft({ modes: ['in-person'] }), now)).toMatchObject({ code: 'STATION_MISSING' })
    const over = { ...profile.qualification, until: '2026-11-22' }
    expect(submit(draft({ qualification: over }), now)).toMatchObject({ code: 'QUALIFICATION_OVER' })
  })

  it('is let out by somebody else, and only what they saw', () => {
    expect(approve(handedIn(), { ...wang, staffId: 'lin' }, now)).toMatchObject({ code: 'OWN_PROFILE' })
    expect(approve(draft(), wang, now)).toMatchObject({ code: 'NOT_SUBMITTED' })
    const again = submit(write(handedIn(), 'city', profile), new Date('2026-11-23T02:00:00Z'))
    if (!again.ok) throw new Error(again.code)
    expect(approve(again.data, wang, now)).toMatchObject({ code: 'NOT_SUBMITTED' })
    expect(live()).toMatchObject({ live: profile, draft: null, approvedByName: '王建国' })
  })

  it('comes back with the reason, and what people see stays', () => {
    expect(sendBack(handedIn(), { submittedAt, why: '证书看不清' })).toMatchObject({
      data: { draft: profile, submittedAt: '', sentBackFor: '证书看不清' },
    })
    expect(sendBack(draft(), { submittedAt: '', why: '' })).toMatchObject({ code: 'NOT_SUBMITTED' })
    expect(write(live(), 'city', profile).live).toEqual(profile)
  })

  it('is offered through the last day of the certificate, in Shanghai', () => {
    expect(isOffered(live(), new Date('2026-12-31T15:59:59Z'))).toBe(true)
    expect(isOffered(live(), new Date('2026-12-31T16:00:00Z'))).toBe(false)
    expect(isOffered({ ...live(), paused: true }, now)).toBe(false)
    expect(isOffered(leave(live(), now), now)).toBe(false)
    expect(isOffered(handedIn(), now)).toBe(false)
  })

  it('runs out thirty days before', () => {
    expect(isRunningOut(live(), new Date('2026-11-30T01:00:00Z'))).toBe(false)
    expect(isRunningOut(live(), new Date('2026-12-01T01:00:00Z'))).toBe(true)
    expect(isRunningOut(leave(live(), now), new Date('2026-12-01T01:00:00Z'))).toBe(false)
  })
})
