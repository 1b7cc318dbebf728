import type { Reply } from '../../../contract'
import type { Progress } from '../../../contract/imports'
import type { Refused } from '../../cloud/refusal'
import type { ListProblem, Piece } from './read-list'

type Sent = { progress: Progress }
type Send = (piece: Piece) => Promise<Reply<Sent, string>>

export type Outcome =
  | { end: 'sent' }
  | { end: 'stopped' }
  | { end: 'refused'; refusal: Refused }
  | { end: 'problem'; problem: ListProblem }

/** These pass by themselves, or when somebody signs in again. */
const PASSING = new Set(['OFFLINE', 'TIMED_OUT', 'BUSY', 'SIGN_IN_NEEDED'])
/** A fault may be a server that is being started again; one that stays is said. */
const FAULTS_BORNE = 5

type Sending = {
  pieces: AsyncIterable<Piece | ListProblem>
  /** The first that the cloud has not had. */
  from: number
  send: Send
  progressed: (progress: Progress) => void
  /** Told why it waits, before each waiting; resolves when it is worth trying again. */
  patience: (refusal: Refused, tries: number) => Promise<void>
  signal: AbortSignal
}

/** One piece after another; the same piece again as long as what hindered it passes. */
export const sendList = async ({ pieces, from, send, progressed, patience, signal }: Sending): Promise<Outcome> => {
  for await (const piece of pieces) {
    if (signal.aborted) return { end: 'stopped' }
    if (typeof piece === 'string') return { end: 'problem', problem: piece }
    if (piece.number < from) continue
    for (let tries = 1; ; tries++) {
      const reply = await send(piece)
      if (signal.aborted) return { end: 'stopped' }
      if (reply.ok) {
        progressed(reply.data.progress)
        break
      }
      const passes = PASSING.has(reply.code) || (reply.code === 'INTERNAL' && tries < FAULTS_BORNE)
      if (!passes) return { end: 'refused', refusal: reply }
      await patience(reply, tries)
      if (signal.aborted) return { end: 'stopped' }
    }
  }
  return { end: 'sent' }
}
