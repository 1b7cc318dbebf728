import { useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
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
  const [rest, setRest] = useState<Page | null>(null)
  const [growing, setGrowing] = useState<'no' | 'yes' | AnyRefusal>('no')
  const turn = useRef(0)
  const first = shown.state === 'shown' ? shown : null

  useEffect(() => {
    turn.current++
    setRest(null)
    setGrowing('no')
  }, [first?.data])

  const next = (rest ?? first?.data)?.next ?? null

  const grow = useCallback(async () => {
    if (next === null || growing === 'yes' || !first?.settled) return
    const mine = ++turn.current
    setGrowing('yes')
    const reply = await ask(next)
    if (mine !== turn.current) return
    setGrowing(reply.ok ? 'no' : (reply.code as AnyRefusal))
    if (reply.ok)
      setRest((before) => ({ cards: [...(before?.cards ?? []), ...reply.data.cards], next: reply.data.next }))
  }, [ask, next, growing, first])

  useReachBottom(() => {
    void grow()
  })

  return {
    shown,
    retry,
    grow,
    cards: [...(first?.data.cards ?? []), ...(rest?.cards ?? [])],
    more: next !== null,
    growing,
  }
}
