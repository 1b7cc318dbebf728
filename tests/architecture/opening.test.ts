import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trackedFiles } from '../../scripts/checks/tracked-files.mjs'
import { root } from '../../scripts/root.mjs'

const product = (trackedFiles(root) as string[]).filter(
  (file) => /^(src|cloudfunctions|scripts)\/.*\.(ts|tsx|mjs)$/.test(file) && !file.includes('.test.'),
)

/** `name` as a word of its own that is taken from a file of the kit, however it is then called. */
const takes = (source: string, name: string, from: string) =>
  [...source.matchAll(/(?:import|export)\s*(?:type\s*)?\{([^}]*)\}\s*from\s*'([^']+)'/g)].some(
    ([, names = '', target = '']) => target.endsWith(`/${from}`) && new RegExp(`\\b${name}\\b`).test(names),
  )
const wholly = (source: string, from: string) =>
  new RegExp(`(\\*(\\s+as\\s+\\w+)?\\s+from\\s*|import\\s*\\(\\s*)'[^']*/${from}'`).test(source)

const thatTake = (name: string, from: string) =>
  product.filter((file) => takes(readFileSync(join(root, file), 'utf8'), name, from))

describe('what is sealed', () => {
  it('is opened in one place, behind the ledger', () => {
    // WeChat's own name for a person goes back to WeChat alone, which is told that something waits for them.
    const toWeChat = 'cloudfunctions/_kit/outbox/push.ts'
    expect(thatTake('unsealFor', 'sealing').sort()).toEqual([toWeChat, 'cloudfunctions/_kit/reveal.ts'])
  })
  it('is decrypted by the kit alone', () => {
    // To close it again under a fresh key, and to read a page of one's own.
    const ofTheKit = ['cloudfunctions/_kit/destroy-one.ts', 'cloudfunctions/_kit/open-all.ts']
    expect(thatTake('unseal', 'sealing').sort()).toEqual(ofTheKit)
    const pages = ['cloudfunctions/_kit/conversation.ts', 'cloudfunctions/_kit/reveal.ts']
    expect(thatTake('openAll', 'open-all').sort()).toEqual(pages)
    expect(thatTake('openAsParty', 'conversation')).toEqual(['cloudfunctions/counselling/actions/workbench.ts'])
    expect(thatTake('openAsAuthor', 'conversation')).toEqual(['cloudfunctions/counselling/stored-record.ts'])
    // A backup closes whole rows once more: what is sealed inside them stays sealed.
    const ofBackups = 'src/server/backup/person-rows.ts'
    expect(thatTake('decrypt', 'keys').sort()).toEqual(['cloudfunctions/_kit/sealing.ts', ofBackups])
  })
  it('cannot be reached by taking a whole file of the kit under one name', () => {
    const whole = product.filter((file) =>
      ['sealing', 'keys'].some((from) => wholly(readFileSync(join(root, file), 'utf8'), from)),
    )
    expect(whole).toEqual([])
  })
  it('is deciphered in no file but the one that holds the keys', () => {
    const deciphering = product.filter((file) => /createDecipher/.test(readFileSync(join(root, file), 'utf8')))
    expect(deciphering).toEqual(['cloudfunctions/_kit/keys.ts'])
  })
  it('is revealed by the handler that asks two people first, to whoever is on duty for a call or a case, to a supervisor who was asked, to the counsellor it was written for, and what was answered at sign-up to the host who asked', () => {
    expect(thatTake('reveal', 'reveal').sort()).toEqual([
      'cloudfunctions/counselling/actions/held-bookings.ts',
      'cloudfunctions/counselling/actions/records.ts',
      'cloudfunctions/counselling/actions/wishes.ts',
      'cloudfunctions/counselling/stored-record.ts',
      'cloudfunctions/duty/actions/calls.ts',
      'cloudfunctions/duty/stored-case.ts',
      'cloudfunctions/events/actions/live-questions.ts',
      'cloudfunctions/events/answers.ts',
      'cloudfunctions/people/actions/unsealings.ts',
    ])
  })
  it('is opened by the clock for counting alone', () => {
    expect(thatTake('revealToJob', 'reveal')).toEqual(['cloudfunctions/assessments/contributions.ts'])
  })
})
