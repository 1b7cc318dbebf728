import { useDidShow } from '@tarojs/taro'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import type { DoorList, ScanInput } from '../../../contract/doors'
import { api } from '../../cloud/api'
import { newId } from '../../phone/new-id'
import { useConnected } from '../../phone/use-connected'
import { type DoorBook, openBook, type Seen } from './door-book'
import { doorKept } from './door-kept'

/** `over`: the event is, the list went from the phone, and something was never sent. */
type Stage = 'waiting' | 'open' | 'over' | 'ended'

const MOST_AT_ONCE = 100
const AGAIN_MS = 15_000
/** Asking again by itself changes nothing after these. */
const final: readonly AnyRefusal[] = ['DOOR_NOT_OPEN', 'EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED']

/** The network is. */
export const isAway = (code: AnyRefusal) => code === 'OFFLINE' || code === 'TIMED_OUT'

const bookOf = (list: DoorList | null) => list && openBook(list, doorKept, newId)
const isOver = (book: DoorBook, now: Date) => now >= new Date(book.list().until)

/**
 * A door as this phone stands at it. What the phone keeps is there at once, with or without a network; scans are sent as soon
 * as that goes, and wait on the phone until the cloud has said that it has them.
 */
export const useDoor = (eventId: string) => {
  const book = useRef<DoorBook | null>()
  if (book.current === undefined) book.current = bookOf(doorKept.list(eventId))
  const [stage, setStage] = useState<Stage>(() =>
    book.current ? (isOver(book.current, new Date()) ? 'over' : 'open') : 'waiting',
  )
  /** Why there is no newer list, and why nothing is sent. */
  const [unread, setUnread] = useState<AnyRefusal | null>(null)
  const [unsent, setUnsent] = useState<AnyRefusal | null>(null)
  const [isRoomy, setRoomy] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const left = useRef(false)
  const under = useRef({ list: false, sending: false, stuck: false })

  const download = async () => {
    if (under.current.list) return
    under.current.list = true
    setBusy(true)
    const reply = await api.doors.list({ eventId })
    under.current.list = false
    if (left.current) return
    setBusy(false)
    setUnread(reply.ok ? null : (reply.code as AnyRefusal))
    if (!reply.ok) return
    book.current ??= openBook(reply.data, doorKept, newId)
    setRoomy(book.current.take(reply.data))
    setStage('open')
  }

  const forget = () => {
    left.current = true
    doorKept.forget(eventId)
    setStage('ended')
  }

  /** A hundred after the other, until all are there or it does not go on. */
  const sendAll = async (own: DoorBook) => {
    let isOther = false
    for (;;) {
      const scans: ScanInput[] = own.unsent().slice(0, MOST_AT_ONCE)
      if (scans.length === 0) break
      const reply = await api.doors.merge({ eventId, scans })
      if (left.current) return
      const code = reply.ok ? null : (reply.code as AnyRefusal)
      under.current.stuck = code !== null && final.includes(code)
      setUnsent(code)
      if (!reply.ok) break
      const heard = own.hear(reply.data.verdicts)
      draw()
      isOther ||= heard.isOther
      if (!heard.isNew) break
    }
    // The cloud knows more than this list: somebody got a seat since, or stands at another door.
    if (isOther && !isOver(own, new Date())) void download()
  }

  const send = async () => {
    const own = book.current
    if (!own || under.current.sending) return
    under.current.sending = true
    await sendAll(own)
    under.current.sending = false
    if (left.current || !isOver(own, new Date())) return
    own.look()
    if (own.waiting() === 0) forget()
    else {
      doorKept.shed(eventId)
      setStage('over')
    }
  }

  const begin = () => {
    if (left.current) return
    book.current?.look()
    draw()
    void send()
    if (!book.current || !isOver(book.current, new Date())) void download()
  }
  const tick = () => {
    const own = book.current
    if (!own || left.current) return
    const isOut = isOver(own, new Date())
    if (!under.current.stuck && (own.waiting() > 0 || isOut)) void send()
    if (!isOut && unread !== null && isAway(unread)) void download()
  }
  const now = useRef({ begin, tick })
  now.current = { begin, tick }

  useEffect(() => {
    left.current = false
    now.current.begin()
    const timer = setInterval(() => now.current.tick(), AGAIN_MS)
    return () => {
      left.current = true
      clearInterval(timer)
    }
  }, [])
  useDidShow(begin)
  useConnected(begin)

  return {
    book: book.current,
    stage,
    unread,
    unsent,
    /** Whether sending again by itself would change nothing. */
    isStuck: unsent !== null && final.includes(unsent),
    isRoomy,
    isBusy,
    download: () => void download(),
    send: () => void send(),
    scan: (ticketId: string, how: { code?: string; by: ScanInput['by'] }): Seen | null => {
      const seen = book.current?.scan(ticketId, { ...how, at: new Date() }) ?? null
      draw()
      void send()
      return seen
    },
    /** How many scans are still here, of every tab; with none the list goes from the phone. */
    end: (): number => {
      book.current?.look()
      const waiting = book.current?.waiting() ?? 0
      if (waiting === 0) forget()
      else draw()
      return waiting
    },
    forget,
  }
}

export type Door = ReturnType<typeof useDoor>
