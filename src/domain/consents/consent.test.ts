import { describe, expect, it } from 'vitest'
import { give, isGiven, withdraw } from './consent'
import { consentTexts, currentVersion, textOf } from './texts'
import { type Consent, purposes } from './words'

const first = new Date('2026-03-10T02:00:00.000Z')
const second = new Date('2026-03-11T02:00:00.000Z')
const third = new Date('2026-03-12T02:00:00.000Z')
const asked = { id: 'lin.tests', personId: 'lin', purpose: 'tests' as const, version: currentVersion('tests') }

const given = (before: Consent | undefined, now: Date): Consent => {
  const result = give(before, asked, now)
  if (!result.ok) throw new Error(result.code)
  return result.data
}

describe('a consent', () => {
  it('is not there until it is given', () => {
    expect(isGiven(undefined)).toBe(false)
    expect(isGiven(given(undefined, first))).toBe(true)
  })
  it('is refused to other words than those of today', () => {
    for (const version of [asked.version - 1, asked.version + 1])
      expect(give(undefined, { ...asked, version }, first)).toEqual({ ok: false, code: 'CONSENT_TEXT_CHANGED' })
  })
  it('given twice stays as it was given first', () => {
    const consent = given(undefined, first)
    expect(given(consent, second)).toBe(consent)
  })
  it('does not count once withdrawn, and counts when given again; the history keeps all of it', () => {
    const withdrawn = withdraw(given(undefined, first), second)
    expect(isGiven(withdrawn)).toBe(false)
    expect(withdrawn?.withdrawnAt).toBe(second.toISOString())
    const again = given(withdrawn, third)
    expect(isGiven(again)).toBe(true)
    expect(again.history).toEqual([
      { what: 'given', version: asked.version, at: first.toISOString() },
      { what: 'withdrawn', version: asked.version, at: second.toISOString() },
      { what: 'given', version: asked.version, at: third.toISOString() },
    ])
  })
  it('withdrawn twice, or never given, changes nothing', () => {
    const withdrawn = withdraw(given(undefined, first), second)
    expect(withdraw(withdrawn, third)).toBe(withdrawn)
    expect(withdraw(undefined, first)).toBeUndefined()
  })
  it('to earlier words does not count any more, and giving it again keeps both in the history', () => {
    const earlier = { ...given(undefined, first), version: asked.version - 1 }
    expect(isGiven(earlier)).toBe(false)
    const again = given(earlier, second)
    expect(isGiven(again)).toBe(true)
    expect(again.givenAt).toBe(second.toISOString())
    expect(again.history).toHaveLength(2)
  })
  it('keeps the first and the newest of a history that grows without end', () => {
    let consent: Consent | undefined
    for (let time = 0; time < 120; time++) consent = withdraw(given(consent, new Date(first.getTime() + time)), second)
    expect(consent?.history).toHaveLength(100)
    expect(consent?.history[0]).toEqual({ what: 'given', version: asked.version, at: first.toISOString() })
    expect(consent?.history.at(-1)?.what).toBe('withdrawn')
  })
})

describe('the words a person agrees to', () => {
  it.each(purposes)('%s: every version stays, numbered from 1, and the last is of today', (purpose) => {
    expect(consentTexts[purpose].map(({ version }) => version)).toEqual(consentTexts[purpose].map((_, at) => at + 1))
    expect(textOf(purpose)).toBe(consentTexts[purpose].at(-1))
  })
  it.each(purposes)('%s: are short, plain and calm', (purpose) => {
    for (const words of Object.values(textOf(purpose)).filter((value) => typeof value === 'string')) {
      expect(words.length).toBeLessThanOrEqual(70)
      expect(words).not.toMatch(/[!！]|加油|你(?!们)|云端|服务器|数据库|密钥|算法|散列|API/)
    }
  })
})
