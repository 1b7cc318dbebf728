import { useEffect, useSyncExternalStore } from 'react'
import type { Output } from '../../contract'
import { api } from '../cloud/api'
import { useListening } from '../duty/use-listening'

type Waiting = Output<'wishes', 'waiting'>

const AGAIN_MS = 5 * 60_000

let waiting: Waiting | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What could not be read stays what it was: a number in the menu is no place for a refusal, and the page itself tells it. */
export async function countWishes(): Promise<void> {
  const reply = await api.wishes.waiting({})
  if (!reply.ok) return
  waiting = reply.data
  for (const listener of listeners) listener()
}

/** How many found no time and wait for an answer, as they were counted last. */
export const useWishesWaiting = (): Waiting | null => useSyncExternalStore(subscribe, () => waiting)

/** Counted again every few minutes, by the menu, which is on every page. */
export function useCountingWishes(): void {
  useEffect(() => {
    void countWishes()
  }, [])
  useListening(AGAIN_MS, false, () => void countWishes())
}
