import { useEffect, useState } from 'react'
import type { CallRow } from '../../contract/calls'
import { api } from '../cloud/api'
import { useRead } from '../cloud/use-read'

/** Every page: none of those who wait or are to be called again may be out of sight. */
const wholeQueue = async () => {
  const rows: CallRow[] = []
  let after: string | undefined
  do {
    const reply = await api.calls.queue(after ? { state: 'open', after } : { state: 'open' })
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next ?? undefined
  } while (after)
  return { ok: true as const, data: { rows, at: new Date().toISOString() } }
}

/** What was read last stays in sight while the network is gone, with the time it is from. */
export const useQueue = () => {
  const read = useRead('calls', wholeQueue)
  const [kept, setKept] = useState(read.data)
  const { data } = read
  useEffect(() => {
    if (data) setKept(data)
  }, [data])
  const shown = data ?? kept
  return { rows: shown?.rows ?? null, at: shown?.at ?? null, refusal: read.refusal, reload: read.reload }
}
