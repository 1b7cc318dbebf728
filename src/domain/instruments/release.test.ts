import { describe, expect, it } from 'vitest'
import { isReleased, release } from './release'

const now = new Date('2026-03-10T02:00:00.000Z')
const gao = { staffId: 'gao', name: '高慧' }
const shen = { staffId: 'shen', name: '沈云' }
const nobody = { hash: 'a', by: [] as { staffId: string; name: string; at: string }[] }
const releasedBy = (...who: { staffId: string; name: string }[]) =>
  who.reduce((before, each) => {
    const released = release(before, 'a', each, now)
    return released.ok ? released.data : before
  }, nobody)

describe('an instrument', () => {
  it('is not offered until two different people released it', () => {
    expect([nobody, releasedBy(gao), releasedBy(gao, gao), releasedBy(gao, shen)].map(isReleased)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
  it('is not released twice by the same person', () => {
    expect(release(releasedBy(gao), 'a', gao, now)).toEqual({ ok: false, code: 'ALREADY_RELEASED' })
  })
  it('begins anew when a word of it has changed', () => {
    const changed = release(releasedBy(gao, shen), 'b', gao, now)
    expect(changed).toMatchObject({ ok: true, data: { hash: 'b', by: [gao] } })
    expect(changed.ok && isReleased(changed.data)).toBe(false)
  })
})
