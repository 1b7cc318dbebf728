import { describe, expect, it } from 'vitest'
import { approve, asked, decline, isStanding, mayOpen } from './unsealing'

const now = new Date('2026-03-10T02:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const he = { staffId: 'hexin', name: '何欣' }
const gao = { staffId: 'gaoyuan', name: '高远' }
const request = asked(he, now)
const approvedBy = (minutes: number) => {
  const settled = approve(request, gao, later(minutes))
  if (!settled.ok) throw new Error(settled.code)
  return settled.data
}

describe('a request to see who stands behind a pseudonym', () => {
  it('stands for 24 hours and not a moment longer', () => {
    expect(request.expiresAt).toBe('2026-03-11T02:00:00.000Z')
    expect(isStanding(request, new Date(later(24 * 60).getTime() - 1))).toBe(true)
    expect(isStanding(request, later(24 * 60))).toBe(false)
  })
  it('opens nothing before somebody else agreed', () => {
    expect(mayOpen(request, 'hexin', now)).toEqual({ ok: false, code: 'NOT_YET_APPROVED' })
  })
  it('cannot be agreed to by whoever asked', () => {
    expect(approve(request, he, later(1))).toEqual({ ok: false, code: 'OWN_REQUEST' })
  })
  it('opens for one hour from the moment it was agreed to, to whoever asked and nobody else', () => {
    const approved = approvedBy(90)
    expect(approved.expiresAt).toBe(later(150).toISOString())
    expect(mayOpen(approved, 'hexin', new Date(later(150).getTime() - 1))).toEqual({
      ok: true,
      data: { approvedByName: '高远' },
    })
    expect(mayOpen(approved, 'hexin', later(150))).toEqual({ ok: false, code: 'UNSEALING_NOT_FOUND' })
    expect(mayOpen(approved, 'gaoyuan', later(91))).toEqual({ ok: false, code: 'UNSEALING_NOT_FOUND' })
  })
  it('is open no longer when it is agreed to twice', () => {
    const approved = approvedBy(10)
    expect(approve(approved, { staffId: 'third', name: '第三位' }, later(60))).toEqual({ ok: true, data: approved })
    expect(approve(approved, he, later(60))).toEqual({ ok: false, code: 'OWN_REQUEST' })
  })
  it('can be agreed to or turned down only while it stands', () => {
    expect(approve(request, gao, later(24 * 60))).toEqual({ ok: false, code: 'UNSEALING_NOT_FOUND' })
    expect(decline(request, later(24 * 60))).toEqual({ ok: false, code: 'UNSEALING_NOT_FOUND' })
    expect(decline(request, later(5))).toEqual({ ok: true, data: null })
    expect(decline(approvedBy(10), later(30))).toEqual({ ok: true, data: null })
  })
  it('opens nothing where the same person stands on both sides, however that came about', () => {
    expect(mayOpen({ ...approvedBy(10), approvedBy: 'hexin' }, 'hexin', later(20))).toEqual({
      ok: false,
      code: 'NOT_YET_APPROVED',
    })
  })
})
