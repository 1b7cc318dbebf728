import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '../../contract'
import { api } from '../cloud/api'
import { isStranger } from '../cloud/stranger'
import type { Duty } from './duty-words'

/** The person's own request as far as this phone knows; null: none, or not known. */
export type Standing = NonNullable<Output<'calls', 'mine'>['call']> | null

const LOOK_EVERY_MS = 30_000

/**
 * Who is on duty and how far one's own request has come. Asked only once the page has been painted, each time it is shown
 * again, and now and then while somebody waits; the page never waits for it.
 */
export const useStanding = () => {
  const [duty, setDuty] = useState<Duty>('asking')
  const [standing, setStanding] = useState<Standing>(null)
  /** What stood before is over, by somebody else's doing or on another phone. */
  const [ended, setEnded] = useState(false)
  const stood = useRef(false)
  const shown = useRef(true)
  const turn = useRef(0)

  const look = useCallback(async () => {
    const mine = ++turn.current
    const current = () => mine === turn.current
    const asked = api.duty.now({}).then((reply) => {
      if (current()) setDuty(reply.ok ? reply.data : 'unknown')
    })
    if (isStranger()) {
      setStanding(null)
      await asked
      return
    }
    const reply = await api.calls.mine({})
    if (reply.ok && current()) {
      if (stood.current || reply.data.call) setEnded(reply.data.call === null)
      stood.current = reply.data.call !== null
      setStanding(reply.data.call)
    }
    await asked
  }, [])

  /** What an action has just answered is the newest there is. */
  const take = useCallback((call: Standing) => {
    turn.current++
    setEnded(false)
    stood.current = call !== null
    setStanding(call)
  }, [])

  useEffect(() => {
    Taro.nextTick(() => void look())
    return () => {
      turn.current++
    }
  }, [look])
  const seen = useRef(false)
  useDidShow(() => {
    shown.current = true
    if (seen.current) void look()
    seen.current = true
  })
  useDidHide(() => {
    shown.current = false
  })

  const waits = standing?.state === 'waiting'
  useEffect(() => {
    if (!waits) return
    const clock = setInterval(() => shown.current && void look(), LOOK_EVERY_MS)
    return () => clearInterval(clock)
  }, [waits, look])

  return { duty, standing, ended, look, take, tell: setDuty }
}
