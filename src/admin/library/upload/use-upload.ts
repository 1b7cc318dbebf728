import { useEffect, useRef, useState } from 'react'
import type { UploadKind } from '../../../domain/pieces/upload'
import { api } from '../../cloud/api'
import { refusalText } from '../../cloud/refusal'
import { fileProblem } from './accepted'
import { type Outcome, type Stored, sendFile } from './send-file'

export type Upload =
  | { state: 'idle' }
  | { state: 'refused'; why: string }
  | { state: 'sending'; name: string; bytes: number; sent: number }
  | { state: 'stopped'; name: string; bytes: number; sent: number; why: string }

let underWay = 0
/** Leaving the page would cut these off. */
export const uploadsUnderWay = () => underWay

/** One place to put one file. `onStored` may refuse what it was given with a sentence. */
export const useUpload = (
  kind: UploadKind,
  limit: number,
  onStored: (stored: Stored, file: File) => Promise<string | null>,
) => {
  const [upload, setUpload] = useState<Upload>({ state: 'idle' })
  const sending = useRef<{ file: File; job: ReturnType<typeof sendFile> } | null>(null)

  useEffect(() => () => sending.current?.job.cancel(), [])

  const settle = async (file: File, outcome: Outcome, mine: ReturnType<typeof sendFile>) => {
    if (outcome.state === 'cancelled' || sending.current?.job !== mine) return
    if (outcome.state === 'stopped') {
      const { code } = outcome.refusal
      const final = code === 'WRONG_FILE_TYPE' || code === 'FILE_TOO_LARGE'
      const why = refusalText(outcome.refusal)
      setUpload((now) =>
        final || now.state !== 'sending' ? { state: 'refused', why } : { ...now, state: 'stopped', why },
      )
      return
    }
    const why = await onStored(outcome.stored, file)
    sending.current = null
    setUpload(why ? { state: 'refused', why } : { state: 'idle' })
  }

  const run = async (file: File, job: ReturnType<typeof sendFile>) => {
    underWay += 1
    try {
      await settle(file, await job.run(), job)
    } finally {
      underWay -= 1
    }
  }

  const choose = (file: File) => {
    const why = fileProblem(kind, file, limit)
    if (why) return setUpload({ state: 'refused', why })
    const job = sendFile(api.uploads, kind, file, (sent) => {
      if (sending.current?.job === job) setUpload((now) => ('sent' in now ? { ...now, sent } : now))
    })
    sending.current = { file, job }
    setUpload({ state: 'sending', name: file.name, bytes: file.size, sent: 0 })
    void run(file, job)
  }

  const resume = () => {
    const now = sending.current
    if (!now) return
    setUpload((before) =>
      before.state === 'stopped'
        ? { state: 'sending', name: before.name, bytes: before.bytes, sent: before.sent }
        : before,
    )
    void run(now.file, now.job)
  }

  const cancel = () => {
    sending.current?.job.cancel()
    sending.current = null
    setUpload({ state: 'idle' })
  }

  return { upload, choose, resume, cancel }
}
