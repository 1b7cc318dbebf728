import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../contract'
import type { Refused } from './refusal'

/** One thing a person can do: whether it is under way, and why it was refused the last time. */
export const useAction = <In, T, Code extends string>(call: (input: In) => Promise<Reply<T, Code>>) => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })

  const run = useCallback(async (input: In) => {
    setBusy(true)
    setRefusal(null)
    try {
      const reply = await latest.current(input)
      if (!reply.ok) setRefusal(reply)
      return reply
    } finally {
      setBusy(false)
    }
  }, [])

  const clear = useCallback(() => setRefusal(null), [])
  return { run, busy, refusal, clear }
}
