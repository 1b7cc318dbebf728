import { useCallback, useEffect, useRef, useState } from 'react'
import { keepScreenOn } from '../../phone/screen'
import { usePutAway } from '../../phone/use-put-away'
import { type Length, type Pace, paceAt } from './pace'

export type Breathing = { state: 'ready' | 'running' | 'paused' | 'over'; pace: Pace }

const LOOK_EVERY_MS = 250

/** Runs the exercise on the clock, not on counted ticks: a phone that stutters stays in time. Being put away pauses it. */
export const useBreathing = (minutes: Length, onSecond: (elapsed: number) => void) => {
  const [breathing, setBreathing] = useState<Breathing>({ state: 'ready', pace: paceAt(0, minutes) })
  const before = useRef(0)
  const startedAt = useRef<number | null>(null)
  const clock = useRef<ReturnType<typeof setInterval>>()
  const told = useRef(onSecond)
  told.current = onSecond

  const elapsed = useCallback(
    () => before.current + (startedAt.current === null ? 0 : (Date.now() - startedAt.current) / 1000),
    [],
  )

  const stop = useCallback(
    (state: Breathing['state']) => {
      clearInterval(clock.current)
      clock.current = undefined
      keepScreenOn(false)
      before.current = elapsed()
      startedAt.current = null
      setBreathing({ state, pace: paceAt(before.current, minutes) })
    },
    [elapsed, minutes],
  )

  const start = useCallback(() => {
    if (before.current >= minutes * 60) before.current = 0
    startedAt.current = Date.now()
    keepScreenOn(true)
    setBreathing({ state: 'running', pace: paceAt(before.current, minutes) })
    clearInterval(clock.current)
    clock.current = setInterval(() => {
      const now = elapsed()
      told.current(Math.min(now, minutes * 60))
      const pace = paceAt(now, minutes)
      if (pace.over) {
        stop('over')
        return
      }
      setBreathing((shown) =>
        shown.pace.left === pace.left && shown.pace.phase === pace.phase ? shown : { state: 'running', pace },
      )
    }, LOOK_EVERY_MS)
  }, [elapsed, minutes, stop])

  const pause = useCallback(() => {
    if (startedAt.current !== null) stop('paused')
  }, [stop])

  usePutAway(pause)
  useEffect(() => {
    before.current = 0
    setBreathing({ state: 'ready', pace: paceAt(0, minutes) })
  }, [minutes])

  return { breathing, start, pause }
}
