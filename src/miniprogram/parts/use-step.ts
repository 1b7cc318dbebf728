import { useRef, useState } from 'react'
import type { AnyRefusal, Reply } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import { go, wayToConsent } from './ways'

/** After these nobody knows whether it was done. */
const lost: readonly AnyRefusal[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

/**
 * One step at a time, however often it is tapped. Gives the answer; null for a tap that came while another was under way.
 * What went wrong is said in place. Every step here is asked for in a way that doing it twice is doing it once, and that is said.
 */
export const useStep = () => {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)

  const step = async <T, Code extends string>(
    ask: () => Promise<Reply<T, Code>>,
    /** Whether missing agreement leads to the words; not a second time to whoever has just come from there. */
    { toAgree = true } = {},
  ): Promise<Reply<T, Code> | null> => {
    if (under.current) return null
    under.current = true
    setBusy(true)
    setWrong(null)
    const reply = await ask().finally(() => {
      under.current = false
      setBusy(false)
    })
    if (reply.ok) return reply
    const code = reply.code as AnyRefusal
    setWrong(lost.includes(code) ? `${messages[code]}。再点一次也只算一次。` : messages[code])
    if (code === 'CONSENT_NEEDED' && reply.purpose && toAgree) go(wayToConsent(reply.purpose))
    return reply
  }

  return { busy, wrong, setWrong, step }
}
