import { describe, expect, it } from 'vitest'
import { dialled, matches } from '../../domain/figures/uses'
import { helpUsed, helpWords, instrumentsUsed } from './used'

describe('the uses of tests and of help', () => {
  const totals = [
    { use: 'tests.started.phq9', times: 3 },
    { use: 'tests.finished.phq9', times: 2 },
    { use: 'tests.left.phq9.4', times: 1 },
    { use: 'help.dialled.12356', times: 5 },
  ]

  it('stand by instrument, with the share that was finished and the item at which it was left', () => {
    const phq9 = instrumentsUsed(totals).find(({ id }) => id === 'phq9')
    expect(phq9).toMatchObject({ started: 3, finished: 2, share: 67, left: 1, leftAt: [0, 0, 0, 1, 0, 0, 0, 0, 0] })
  })

  it('have no share where nothing was started', () => {
    expect(instrumentsUsed([]).every(({ share }) => share === null)).toBe(true)
  })

  it('leave out no number that can be dialled and nothing that can match', () => {
    const named = helpWords.map(({ use }) => use)
    for (const number of dialled) expect(named).toContain(`help.dialled.${number}`)
    for (const match of matches) expect(named).toContain(`matches.opened.${match}`)
    expect(helpUsed(totals).find(({ use }) => use === 'help.dialled.12356')?.times).toBe(5)
  })
})
