import { useDidShow } from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import { asked, missing, scoreOf } from '../../../domain/instruments/answers'
import type { Instrument } from '../../../domain/instruments/instrument'
import { type SentAnswers, sendAnswering } from '../../cloud/send-answering'
import { type Answering, keepAnswering } from '../../phone/answering'
import { useConnected } from '../../phone/use-connected'

/** `sent` is what became of the last sending; null while one is on its way, or before. */
export const useAnswering = (instrument: Instrument, first: Answering) => {
  const [answering, setAnswering] = useState(first)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<SentAnswers | null>(null)
  // Two taps may come before the next drawing: both see what the first one did.
  const latest = useRef(first)

  const change = useCallback((by: Partial<Answering>) => {
    latest.current = { ...latest.current, ...by }
    setAnswering(latest.current)
    keepAnswering(latest.current, new Date())
  }, [])

  const send = useCallback(async () => {
    setSending(true)
    setSent(null)
    const outcome = await sendAnswering(latest.current)
    setSending(false)
    setSent(outcome)
    if (outcome.state === 'incomplete') change({ done: false, item: outcome.missing[0] ?? latest.current.item })
  }, [change])

  const sendIfWaiting = () => {
    const stays = sent === null || (sent.state === 'refused' && !sending)
    if (answering.done && !sending && stays) void send()
  }
  useConnected(sendIfWaiting)
  useDidShow(sendIfWaiting)

  const items = asked(instrument, answering.answers)
  const at = Math.max(0, items.indexOf(answering.item))

  const choose = (option: number) => {
    const { answers, item, done } = latest.current
    if (!done) change({ answers: { ...answers, [item]: option } })
  }

  const next = () => {
    const { answers, item, done } = latest.current
    if (done || scoreOf(instrument, item, answers) === undefined) return
    const order = asked(instrument, answers)
    const following = order[order.indexOf(item) + 1] ?? missing(instrument, answers)[0]
    if (following !== undefined) {
      change({ item: following })
      return
    }
    change({ done: true })
    void send()
  }

  const previous = () => {
    const { answers, item, done } = latest.current
    const order = asked(instrument, answers)
    const before = order[order.indexOf(item) - 1]
    if (!done && before !== undefined) change({ item: before })
  }

  return { answering, items, at, sent, choose, next, previous, send }
}
