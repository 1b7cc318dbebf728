import type { Output } from '../../../contract'
import type { Api } from '../../../contract/client'
import type { UploadKind } from '../../../domain/pieces/upload'
import type { Refused } from '../../cloud/refusal'
import { base64Of } from './base64'

export type Stored = Output<'uploads', 'finish'>
export type Outcome =
  | { state: 'stored'; stored: Stored }
  | { state: 'stopped'; refusal: Refused }
  | { state: 'cancelled' }

/** Passing troubles: the same part is sent once more by itself before a person is asked. */
const passing = ['OFFLINE', 'TIMED_OUT', 'BUSY', 'INTERNAL']

/**
 * Sends a file in numbered parts. `run` again after a stop goes on with the part that failed; a forgotten upload begins
 * anew. `cancel` ends it after the part under way, whose answer no longer matters.
 */
export const sendFile = (
  uploads: Pick<Api['uploads'], 'begin' | 'part' | 'finish'>,
  kind: UploadKind,
  file: Blob,
  onProgress: (sentBytes: number) => void,
) => {
  let begun: Output<'uploads', 'begin'> | null = null
  let next = 0
  let cancelled = false

  const sendPart = async (number: number, of: Output<'uploads', 'begin'>) => {
    const data = await base64Of(file.slice(number * of.partBytes, (number + 1) * of.partBytes))
    const part = { uploadId: of.uploadId, number, data }
    const reply = await uploads.part(part)
    return reply.ok || cancelled || !passing.includes(reply.code) ? reply : uploads.part(part)
  }

  const stopped = (refusal: Refused): Outcome => {
    if (refusal.code === 'UPLOAD_NOT_FOUND' || refusal.code === 'WRONG_PART' || refusal.code === 'UPLOAD_INCOMPLETE') {
      begun = null
      next = 0
      onProgress(0)
    }
    return { state: 'stopped', refusal }
  }

  const run = async (): Promise<Outcome> => {
    if (!begun) {
      const reply = await uploads.begin({ kind, bytes: file.size })
      if (!reply.ok) return stopped(reply)
      begun = reply.data
    }
    while (next < begun.parts) {
      if (cancelled) return { state: 'cancelled' }
      const reply = await sendPart(next, begun)
      if (cancelled) return { state: 'cancelled' }
      if (!reply.ok) return stopped(reply)
      next += 1
      onProgress(Math.min(file.size, next * begun.partBytes))
    }
    if (cancelled) return { state: 'cancelled' }
    const reply = await uploads.finish({ uploadId: begun.uploadId })
    if (cancelled) return { state: 'cancelled' }
    return reply.ok ? { state: 'stored', stored: reply.data } : stopped(reply)
  }

  const cancel = () => {
    cancelled = true
  }

  return { run, cancel }
}
