import { describe, expect, it } from 'vitest'
import type { Progress } from '../../../contract/imports'
import type { Refused } from '../../cloud/refusal'
import type { ListProblem, Piece } from './read-list'
import { sendList } from './send-list'

const piece = (number: number): Piece => ({ number, lines: [] })
const progress = (seen: number) => ({ seen }) as Progress

/** Sends three pieces to a cloud that says what it is told to, and `ok` after that. */
const run = async (
  said: string[],
  { from = 0, pieces = [0, 1, 2].map(piece) as (Piece | ListProblem)[], stopAfter = 99 } = {},
) => {
  const sent: number[] = []
  const waited: string[] = []
  const seen: number[] = []
  const stop = new AbortController()
  const outcome = await sendList({
    pieces: (async function* () {
      yield* pieces
    })(),
    from,
    send: async ({ number }) => {
      sent.push(number)
      if (sent.length >= stopAfter) stop.abort()
      const code = said.shift() ?? 'ok'
      return code === 'ok' ? { ok: true, data: { progress: progress(number) } } : { ok: false, code, requestId: 'r' }
    },
    progressed: (now) => seen.push(now.seen),
    patience: async ({ code }: Refused, tries) => {
      waited.push(`${code} ${tries}`)
    },
    signal: stop.signal,
  })
  return { outcome, sent, waited, seen }
}

describe('sending a list', () => {
  it('sends one piece after another', async () => {
    expect(await run([])).toEqual({ outcome: { end: 'sent' }, sent: [0, 1, 2], waited: [], seen: [0, 1, 2] })
  })

  it('goes on where an earlier run stopped', async () => {
    expect((await run([], { from: 2 })).sent).toEqual([2])
  })

  it('waits for the network, for others and for a new sign-in, and sends the same piece again', async () => {
    const { outcome, sent, waited } = await run(['ok', 'OFFLINE', 'TIMED_OUT', 'SIGN_IN_NEEDED', 'BUSY', 'ok'])
    expect(outcome).toEqual({ end: 'sent' })
    expect(sent).toEqual([0, 1, 1, 1, 1, 1, 2])
    expect(waited).toEqual(['OFFLINE 1', 'TIMED_OUT 2', 'SIGN_IN_NEEDED 3', 'BUSY 4'])
  })

  it('bears a fault a few times, then says it', async () => {
    expect((await run(['INTERNAL', 'ok'])).sent).toEqual([0, 0, 1, 2])
    const { outcome, sent } = await run(Array.from({ length: 20 }, () => 'INTERNAL'))
    expect(outcome).toMatchObject({ end: 'refused', refusal: { code: 'INTERNAL' } })
    expect(sent).toHaveLength(5)
  })

  it('stops at a refusal, at a broken file, and when it is told to', async () => {
    expect((await run(['PIECE_OUT_OF_ORDER'])).outcome).toMatchObject({ end: 'refused' })
    expect((await run([], { pieces: [piece(0), 'quote'] })).outcome).toEqual({ end: 'problem', problem: 'quote' })
    expect(await run([], { stopAfter: 2 })).toMatchObject({ outcome: { end: 'stopped' }, sent: [0, 1] })
  })
})
