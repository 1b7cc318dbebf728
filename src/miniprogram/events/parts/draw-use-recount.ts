import { useCallback, useEffect, useRef, useState } from 'react'
import type { Published } from '../../../domain/draws/draw'
import { type Recount, recount } from './draw-check'

/** How long the phone computes before it looks up: a tap is answered in between. */
const SLICE_MS = 30

export type Counting = { state: 'not-yet' } | { state: 'under-way'; tenths: number } | ({ state: 'done' } & Recount)

/** Computes the draw a little at a time. Begun anew, what was under way is let go. */
export const useRecount = () => {
  const [counting, setCounting] = useState<Counting>({ state: 'not-yet' })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const stop = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => stop, [stop])

  const begin = useCallback(
    (published: Published) => {
      stop()
      setCounting({ state: 'under-way', tenths: 0 })
      const steps = recount(published)
      const go = () => {
        const until = Date.now() + SLICE_MS
        let next = steps.next()
        while (next.done !== true && Date.now() < until) next = steps.next()
        if (next.done === true) {
          setCounting({ state: 'done', ...next.value })
          return
        }
        const tenths = Math.floor(next.value * 10)
        setCounting((before) =>
          before.state === 'under-way' && before.tenths === tenths ? before : { state: 'under-way', tenths },
        )
        timer.current = setTimeout(go, 0)
      }
      timer.current = setTimeout(go, 0)
    },
    [stop],
  )

  return { counting, begin }
}
