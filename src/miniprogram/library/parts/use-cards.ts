import { useReachBottom } from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import type { AnyRefusal, Reply } from '../../../contract'
import type { Card } from '../../../contract/pieces'
import { useReply } from '../../cloud/use-reply'

type Page = { cards: Card[]; next: string | null }

/** A list that grows when its end is reached. The first page is kept for reading off line; the rest is asked for. */
export const useCards = <Code extends AnyRefusal>(
  name: string,
  ask: (after: string | undefined) => Promise<Reply<Page, Code>>,
) => {
  const { shown, retry } = useReply<Page, Code>(name, () => ask(undefined))
  const [grown, setGrown] = useState<(Page & { from: Page }) | null>(null)
  const [growth, setGrowth] = useState<{ from: Page; state: 'yes' | AnyRefusal } | null>(null)
  const first = shown.state === 'shown' ? shown.data : null
  const settled = shown.state === 'shown' && shown.settled

  // What was grown from an earlier answer does not fit the present one.
  const rest = grown?.from === first ? grown : null
  const growing = growth?.from === first ? growth.state : 'no'
  const next = (rest ?? first)?.next ?? null
  const latest = useRef(first)
  latest.current = first

  const grow = useCallback(async () => {
    if (first === null || next === null || growing === 'yes' || !settled) return
    setGrowth({ from: first, state: 'yes' })
    const reply = await ask(next)
    if (latest.current !== first) return
    if (!reply.ok) {
      setGrowth({ from: first, state: reply.code as AnyRefusal })
      return
    }
    setGrowth(null)
    setGrown({ from: first, cards: [...(rest?.cards ?? []), ...reply.data.cards], next: reply.data.next })
  }, [ask, first, rest, next, growing, settled])

  useReachBottom(() => {
    void grow()
  })

  return {
    shown,
    retry,
    grow,
    cards: [...(first?.cards ?? []), ...(rest?.cards ?? [])],
    more: next !== null,
    growing: growing as 'no' | 'yes' | AnyRefusal,
  }
}
