import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { OwnBooking } from '../../../contract/bookings'
import { api } from '../../cloud/api'
import { isStranger } from '../../cloud/stranger'

export type Next = Pick<OwnBooking, 'from' | 'until'>

/** Going from tab to tab asks no oftener. */
const EVERY_MS = 2 * 60_000
/** The page stands before anything is asked. */
const LATER_MS = 1_500

let next: Next | null = null
let askedAt = 0
const listeners = new Set<() => void>()

const keep = (found: Next | null) => {
  next = found
  for (const told of listeners) told()
}

/** Whatever has just been heard of the bookings: the nearest that stands. Never kept on the phone. */
export const noteNext = (rows: readonly OwnBooking[], now: Date): void => {
  askedAt = now.getTime()
  keep(
    rows
      .filter(({ state, until }) => state === 'confirmed' && new Date(until) > now)
      .reduce<Next | null>((first, row) => (first === null || row.from < first.from ? row : first), null),
  )
}

/** Somebody else, or nobody, from here on. */
export const forgetNext = () => {
  askedAt = 0
  keep(null)
}

const look = async (now: Date): Promise<void> => {
  if (isStranger()) {
    forgetNext()
    return
  }
  if (now.getTime() - askedAt < EVERY_MS) return
  askedAt = now.getTime()
  const reply = await api.bookings.mine({})
  if (reply.ok) noteNext(reply.data.rows, now)
}

/** The next booking, as the cloud last said. */
export const useNextBooking = (): Next | null => {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const stop = () => clearTimeout(timer.current)
  useDidShow(() => {
    stop()
    timer.current = setTimeout(() => void look(new Date()), LATER_MS)
  })
  useDidHide(stop)
  useEffect(() => () => clearTimeout(timer.current), [])
  const known = useSyncExternalStore(
    (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    () => next,
  )
  return known !== null && new Date(known.until) > new Date() ? known : null
}
