import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readCounter } from './counters'
import { begin, hide, look, playTo, type Step, seeEnd, show } from './visit'

const LOOK_EVERY_MS = 5_000

/** Counts one opening of a piece while its page is in the foreground; counts nothing for null. */
export const useVisit = (pieceId: string | null) => {
  const visit = useRef(begin())
  const clock = useRef<ReturnType<typeof setInterval>>()

  const take = useCallback(
    (step: Step) => {
      visit.current = step.visit
      if (pieceId !== null && Object.keys(step.counted).length > 0)
        readCounter.count({ pieceId, ...step.counted }, Date.now())
    },
    [pieceId],
  )

  const stop = useCallback(() => {
    clearInterval(clock.current)
    clock.current = undefined
    take(hide(visit.current, Date.now()))
  }, [take])

  const start = useCallback(() => {
    visit.current = show(visit.current, Date.now())
    clock.current ??= setInterval(() => take(look(visit.current, Date.now())), LOOK_EVERY_MS)
  }, [take])

  useDidShow(start)
  useDidHide(stop)
  useEffect(() => {
    start()
    if (process.env.TARO_ENV === 'weapp') return stop
    const turn = () => (document.visibilityState === 'hidden' ? stop() : start())
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      stop()
    }
  }, [start, stop])

  return useMemo(
    () => ({
      endSeen: () => take(seeEnd(visit.current, Date.now())),
      playing: (position: number, length: number) => take(playTo(visit.current, position, length)),
    }),
    [take],
  )
}
