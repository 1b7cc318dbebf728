import { describe, expect, it } from 'vitest'
import { newest } from '../instruments/all'
import { score } from '../instruments/score'
import { isInvited, type Survey, stateAt, windowFits } from './survey'
import { bandsOf, cellOf, emptyTally, figuresOf, type Tally, withAnswer } from './tally'
import { type Asking, giveTurnBack, type Turn, takeTurn } from './turns'

const now = new Date('2026-03-10T02:00:00.000Z')
const window = { from: '2026-03-10T02:00:00.000Z', until: '2026-03-13T02:00:00.000Z' }
const survey = { ...window, publishedAt: '', cancelledAt: '' } satisfies Partial<Survey>

describe('a survey', () => {
  it('is planned, open and counting by its instants, and published or cancelled for good', () => {
    const states = ['2026-03-10T01:59:59.999Z', window.from, '2026-03-13T01:59:59.999Z', window.until].map((instant) =>
      stateAt(survey, new Date(instant)),
    )
    expect(states).toEqual(['planned', 'open', 'open', 'counting'])
    expect(stateAt({ ...survey, publishedAt: window.until }, new Date(window.until))).toBe('published')
    expect(stateAt({ ...survey, cancelledAt: window.from }, new Date(window.until))).toBe('cancelled')
  })
  it.each([
    ['three days', window, true],
    ['a second less', { ...window, until: '2026-03-13T01:59:59.000Z' }, false],
    ['thirty days', { ...window, until: '2026-04-09T02:00:00.000Z' }, true],
    ['a second more', { ...window, until: '2026-04-09T02:00:01.000Z' }, false],
    ['begun this morning', { from: '2026-03-09T16:00:00.000Z', until: '2026-03-13T00:00:00.000Z' }, true],
    ['begun yesterday', { from: '2026-03-09T15:59:59.000Z', until: '2026-03-13T00:00:00.000Z' }, false],
    ['in half a year', { from: '2026-09-06T02:00:00.000Z', until: '2026-09-10T02:00:00.000Z' }, true],
    ['later still', { from: '2026-09-06T02:00:01.000Z', until: '2026-09-10T02:00:01.000Z' }, false],
  ])('takes a window of %s: %j → %s', (_, wanted, fits) => expect(windowFits(wanted, now)).toBe(fits))
  it('invites who is in its branch or below', () => {
    expect(isInvited({ branchId: 'city.heping' }, 'city.heping')).toBe(true)
    expect(isInvited({ branchId: 'city.heping' }, 'city.heping.tuolaj')).toBe(true)
    expect(isInvited({ branchId: 'city.heping' }, 'city.heping2')).toBe(false)
    expect(isInvited({ branchId: 'city.heping' }, 'city')).toBe(false)
  })
})

describe('whose turn it is', () => {
  const asking = (branchId: string, month: string, surveyId = `${branchId} ${month}`): Asking => ({
    ...{ surveyId, instrumentId: 'who5', branchId, month },
  })
  const asked = (...all: Asking[]) =>
    all.reduce<Turn[]>((turns, each) => {
      const taken = takeTurn(turns, each)
      if (!taken.ok) throw new Error(taken.code)
      return [...turns.filter(({ id }) => !taken.data.some((one) => one.id === id)), ...taken.data]
    }, [])
  const may = (turns: Turn[], each: Asking) => takeTurn(turns, each).ok

  it('comes round after six months, across the turn of the year', () => {
    const turns = asked(asking('city.heping', '2026-09'))
    for (const month of ['2026-04', '2026-09', '2026-12', '2027-02'])
      expect(may(turns, asking('city.heping', month)), month).toBe(false)
    for (const month of ['2026-03', '2027-03']) expect(may(turns, asking('city.heping', month)), month).toBe(true)
  })
  it('is never that of a branch and of a part of it together, however far apart', () => {
    const turns = asked(asking('city.heping.tuolaj', '2026-03'))
    for (const branchId of ['city', 'city.heping', 'city.heping.tuolaj', 'city.heping.tuolaj.dongmn'])
      expect(may(turns, asking(branchId, '2026-03')), branchId).toBe(false)
    for (const branchId of ['city.heping.other1', 'city.dadong'])
      expect(may(turns, asking(branchId, '2026-03')), branchId).toBe(true)
  })
  it('is given back by one that was called off, and by no other', () => {
    const [one, other] = [asking('city.heping', '2026-03'), asking('city.dadong', '2026-03')]
    const turns = asked(one, other)
    expect(may(turns, asking('city', '2026-03'))).toBe(false)
    const back = (from: Turn[], each: Asking) => {
      const changed = giveTurnBack(from, each)
      return [...from.filter(({ id }) => !changed.some((turn) => turn.id === id)), ...changed]
    }
    const once = back(turns, one)
    expect(may(once, one)).toBe(true)
    expect(may(back(once, one), asking('city', '2026-03'))).toBe(false)
    expect(may(back(back(once, one), other), asking('city', '2026-03'))).toBe(true)
  })
  it('forgets what lies two years back', () => {
    const turns = asked(asking('city', '2026-03'), asking('city', '2028-04'))
    expect(turns.flatMap(({ own }) => own.map(({ month }) => month))).toEqual(['2028-04'])
  })
})

describe('the figures', () => {
  const who5 = newest('who5')
  const contribution = (branchId: string, option: number) => {
    const scored = score(who5, Object.fromEntries(who5.items.map(({ n }) => [n, option])))
    if (!scored.ok) throw new Error(scored.code)
    return { branchId, bands: bandsOf(who5, scored.data) }
  }
  const tally = (...groups: [branchId: string, option: number, people: number][]): Tally =>
    groups.reduce((sum, [branchId, option, count]) => {
      let next = sum
      for (let one = 0; one < count; one++) next = withAnswer(next, contribution(branchId, option), 'city.heping')
      return next
    }, emptyTally(who5))
  const shown = (groups: Parameters<typeof tally>, invited: number) => {
    const figures = figuresOf(tally(...groups), {
      invited,
      branchIds: ['city.heping', 'city.heping.a', 'city.heping.b'],
    })
    return {
      invited: figures.invited.total,
      answered: figures.answered.total,
      branches: figures.byBranch.cells.map(({ count }) => count),
      bands: figures.scales[0]?.bands.cells.map(({ count }) => count),
    }
  }

  it('put each under the branch right below, and whoever is in none of them under the one that asks', () => {
    expect(cellOf('city.heping.a.station', 'city.heping')).toBe('city.heping.a')
    expect(cellOf('city.heping', 'city.heping')).toBe('city.heping')
  })
  it('are all there where every group is ten at least', () => {
    expect(
      shown(
        [
          ['city.heping.a', 1, 10],
          ['city.heping.b', 5, 10],
        ],
        40,
      ),
    ).toEqual({
      ...{ invited: 40, answered: 20, branches: [null, 10, 10], bands: [10, null, 10] },
    })
  })
  it('are none where nine answered, the same as where nobody did', () => {
    const nothing = { answered: null, branches: [null, null, null], bands: [null, null, null] }
    expect(shown([['city.heping.a', 1, 9]], 40)).toEqual({ invited: 40, ...nothing })
    expect(shown([], 40)).toEqual({ invited: 40, ...nothing })
    expect(shown([], 9)).toEqual({ invited: null, ...nothing })
  })
  it('hide the one beside a group of nine', () => {
    expect(
      shown(
        [
          ['city.heping.a', 1, 12],
          ['city.heping.b', 1, 9],
          ['city.heping', 5, 20],
        ],
        60,
      ),
    ).toEqual({
      ...{ invited: 60, answered: 41, branches: [20, null, null], bands: [20, null, 21] },
    })
  })
  it('hide bands of which all are in one', () => {
    expect(shown([['city.heping.a', 1, 12]], 40).bands).toEqual([null, null, null])
  })
  it('do not show how many were invited beside the answers where fewer than ten kept silent', () => {
    const invitedOf = (invited: number) => shown([['city.heping.a', 1, 12]], invited).invited
    expect([12, 21, 22].map(invitedOf)).toEqual([null, null, 22])
  })
  it('never let two divisions be of different people', () => {
    const figures = figuresOf(tally(['city.heping.a', 1, 15], ['city.heping.b', 5, 15]), { invited: 50, branchIds: [] })
    const totals = [figures.answered, figures.byBranch, ...figures.scales.map(({ bands }) => bands)]
    expect(new Set(totals.map(({ total }) => total))).toEqual(new Set([30]))
  })
})
