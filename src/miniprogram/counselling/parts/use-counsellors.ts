import { useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyRefusal, Output } from '../../../contract'
import { api } from '../../cloud/api'
import { shelf, useReply } from '../../cloud/use-reply'
import { useConnected } from '../../phone/use-connected'
import type { Filter } from './filter'

type Page = Output<'counsellors', 'list'>

/** A page may hold few of those that were looked at: until so many are in sight the next is asked for. */
const ENOUGH = 6

/** Those who fit, growing when the end is reached. The phone keeps who there is, and not what somebody looked for among them. */
export const useCounsellors = (filter: Filter) => {
  const name = `counsellors.${JSON.stringify(filter)}`
  const { shown, retry } = useReply<Page, never>(name, () => api.counsellors.list(filter))
  const isChoice = Object.keys(filter).length > 0
  useEffect(() => () => (isChoice ? shelf.drop(name) : undefined), [isChoice, name])
  const [grown, setGrown] = useState<(Page & { from: Page }) | null>(null)
  const [growth, setGrowth] = useState<{ from: Page; state: 'yes' | AnyRefusal } | null>(null)
  const first = shown.state === 'shown' ? shown.data : null
  const fresh = shown.state === 'shown' && shown.settled && shown.keptAt === null

  // What was grown from an earlier answer does not fit the present one.
  const rest = grown?.from === first ? grown : null
  const growing = growth?.from === first ? growth.state : 'no'
  const next = (rest ?? first)?.next ?? null
  const rows = [...(first?.rows ?? []), ...(rest?.rows ?? [])]
  const latest = useRef(first)
  latest.current = first
  const wanted = useRef(filter)
  wanted.current = filter

  const grow = useCallback(async () => {
    if (first === null || next === null || growing === 'yes' || !fresh) return
    setGrowth({ from: first, state: 'yes' })
    const reply = await api.counsellors.list({ ...wanted.current, after: next })
    if (latest.current !== first) return
    if (!reply.ok) {
      setGrowth({ from: first, state: reply.code as AnyRefusal })
      return
    }
    setGrowth(null)
    setGrown({ from: first, rows: [...(rest?.rows ?? []), ...reply.data.rows], next: reply.data.next })
  }, [first, rest, next, growing, fresh])

  const short = fresh && next !== null && growing === 'no' && rows.length < ENOUGH
  useEffect(() => {
    if (short) void grow()
  }, [short, grow])
  useReachBottom(() => {
    void grow()
  })
  useConnected(() => void retry())

  return { shown, retry, grow, rows, fresh, more: next !== null, growing: growing as 'no' | 'yes' | AnyRefusal }
}
