import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { alertsOf, asked, missing, needsHelpNow, scoreOf } from '../../../domain/instruments/answers'
import type { Instrument } from '../../../domain/instruments/instrument'
import { type Sent, sendTaking } from '../../cloud/send-taking'
import { goInstead, showHelp, wayToResult } from '../../parts/ways'
import { keepTaking, type Taking, takingOf } from '../../phone/takings'
import { useConnected } from '../../phone/use-connected'
import { helpDue } from './help-due'

type Stage = 'asking' | 'sending'

/** `helping`: help was shown or is due, and no question is. `sent` is what became of the last sending. */
export const useTaking = (instrument: Instrument, first: Taking) => {
  const [taking, setTaking] = useState(first)
  const [helping, setHelping] = useState(() => helpDue(instrument, first) !== null)
  const [stage, setStage] = useState<Stage>('asking')
  const [sent, setSent] = useState<Sent | null>(null)
  // Two taps may come before the next drawing: both see what the first one did.
  const latest = useRef(first)
  // Whatever is answered before help has covered the question is followed by that help.
  const above = useRef<'nothing' | 'opening' | 'help'>('nothing')

  const change = useCallback((by: Partial<Taking>) => {
    latest.current = { ...latest.current, ...by, touchedAt: new Date().toISOString() }
    setTaking(latest.current)
    keepTaking(latest.current)
  }, [])

  /** What is answered now has been followed by help; an answer that was taken back meanwhile has not. */
  const followed = useCallback(() => {
    const due = helpDue(instrument, latest.current)
    if (due !== null) change({ helped: due })
  }, [instrument, change])

  /** Waits for nothing: neither for the network nor for what the phone keeps. */
  const help = useCallback(() => {
    if (helpDue(instrument, latest.current) === null) return false
    setHelping(true)
    if (above.current !== 'nothing') return true
    above.current = 'opening'
    showHelp(instrument.id).then(
      () => {
        above.current = 'help'
        followed()
      },
      // The numbers are on this page too.
      () => {
        above.current = 'nothing'
      },
    )
    return true
  }, [instrument, followed])

  useEffect(() => {
    help()
  }, [help])
  useDidShow(() => {
    if (above.current === 'help') {
      above.current = 'nothing'
      followed()
    }
    // Back from help, or back to a page whose help never came: then it is still due.
    if (helpDue(instrument, latest.current) === null) setHelping(false)
  })

  const send = useCallback(async () => {
    setStage('sending')
    setSent(null)
    const outcome = await sendTaking(latest.current)
    const { resultId, instrumentId, soft, answers } = latest.current
    if (outcome.state === 'scored') {
      goInstead(wayToResult({ id: resultId, instrumentId }, soft))
      return
    }
    setStage('asking')
    setSent(outcome)
    if (outcome.state === 'incomplete')
      change({ done: false, item: outcome.missing[0] ?? latest.current.item, answers })
    else latest.current = takingOf(instrumentId, new Date()) ?? latest.current
  }, [change])

  const waits = taking.done && stage === 'asking' && !helping
  const sendIfWaiting = () => {
    if (waits) void send()
  }
  useConnected(sendIfWaiting)
  useDidShow(sendIfWaiting)

  const items = asked(instrument, taking.answers)
  const at = Math.max(0, items.indexOf(taking.item))

  const choose = (option: number) => {
    const { answers, item, helped, done } = latest.current
    if (done) return
    const next = { ...answers, [item]: option }
    latest.current = { ...latest.current, answers: next }
    help()
    // An answer taken back and given again is a new answer.
    change({ answers: next, helped: needsHelpNow(instrument, next) ? helped : '' })
  }

  const finish = () => {
    const [open] = missing(instrument, latest.current.answers)
    if (open !== undefined) {
      change({ item: open })
      return
    }
    const { answers } = latest.current
    const given = Object.fromEntries(asked(instrument, answers).map((n) => [n, answers[n] ?? 0]))
    change({ answers: given, soft: alertsOf(instrument, given).length > 0, done: true })
    void send()
  }

  const next = () => {
    const { answers, item, done } = latest.current
    if (done || help() || scoreOf(instrument, item, answers) === undefined) return
    const order = asked(instrument, answers)
    const following = order[order.indexOf(item) + 1]
    if (following === undefined) finish()
    else change({ item: following })
  }

  const previous = () => {
    const { answers, item, done } = latest.current
    if (done || help()) return
    const order = asked(instrument, answers)
    const before = order[order.indexOf(item) - 1]
    if (before !== undefined) change({ item: before })
  }

  /** The numbers stood in place of the question, and the person has seen them. */
  const goOn = () => {
    change({ helped: helpDue(instrument, latest.current) ?? latest.current.helped })
    setHelping(false)
  }

  return { taking, items, at, helping, stage, sent, choose, next, previous, send, help, goOn }
}
