import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import type { AnyRefusal, Reply } from '../../../contract'
import { useStep } from '../../parts/use-step'

/**
 * A step that may need the person's agreement. Where only that is missing they are led to the words, and the same is asked
 * for once more when they come back; a second no is left at that. `then` hears any other answer.
 */
export const useAgreed = () => {
  const { busy, wrong, setWrong, step } = useStep()
  const waiting = useRef<(() => void) | null>(null)

  useDidShow(() => {
    const again = waiting.current
    waiting.current = null
    again?.()
  })

  const asking = async <T, Code extends string>(
    ask: () => Promise<Reply<T, Code>>,
    then: (reply: Reply<T, Code>) => void,
    isAgain = false,
  ): Promise<void> => {
    const reply = await step(ask, { toAgree: !isAgain })
    if (reply === null) return
    const isMissing = !reply.ok && (reply.code as AnyRefusal) === 'CONSENT_NEEDED'
    if (isMissing && !isAgain) waiting.current = () => void asking(ask, then, true)
    else then(reply)
  }

  return { busy, wrong, setWrong, asking }
}
