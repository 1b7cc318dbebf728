import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../contract'
import { useSession } from '../session/store'
import type { Refused } from './refusal'

/** Reads once for each `key`, again on `reload`, and again by itself when the person had to sign in first. */
export const useRead = <T, Code extends string>(key: string, call: () => Promise<Reply<T, Code>>) => {
  const [read, setRead] = useState<{ key: string; data: T | null; refusal: Refused | null } | null>(null)
  const [turn, setTurn] = useState(0)
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is the wish to read again
  useEffect(() => {
    let current = true
    latest.current().then((reply) => {
      if (current) setRead(reply.ok ? { key, data: reply.data, refusal: null } : { key, data: null, refusal: reply })
    })
    return () => {
      current = false
    }
  }, [key, turn])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  const mine = read?.key === key ? read : null

  const session = useSession()
  const signedOut = mine?.refusal?.code === 'SIGN_IN_NEEDED'
  useEffect(() => {
    if (signedOut && session.state === 'in') reload()
  }, [signedOut, session.state, reload])

  return { data: mine?.data ?? null, refusal: mine?.refusal ?? null, loading: mine === null, reload }
}
