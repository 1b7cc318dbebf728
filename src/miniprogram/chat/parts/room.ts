import type { AnyRefusal, Output } from '../../../contract'
import type { Api } from '../../../contract/client'
import { emptyThread, isWhole, pulled, toMark, upTo } from '../../../domain/chats/thread'
import { changeTalk, dropTalk, dropUnsent, talkOf } from '../../phone/talks'
import { listenAtDoor } from './doorbell'
import { STEP } from './in-sight'
import { onceMore } from './once-more'
import { pauseMs, sendAgainMs } from './pace'
import { type Own, passing, type Said } from './said'
import { openSending } from './sending'

/**
 * `refused`: why there is nothing to show. `cutOff`: the last look did not come through. `sendFailures`: in a row, of what is
 * on its way. `older`: more of it lies before what is here.
 */
export type Room = {
  said: Said
  chat: Own | null
  refused: AnyRefusal | null
  cutOff: boolean
  sendFailures: number
  older: boolean
  typing: boolean
}

type Chats = Pick<Api['chats'], 'pull' | 'read' | 'typing' | 'send' | 'sendImage'>

/** How much of it is fetched first. */
const BEGIN = 40
/** Where more than this is new, what lies between is fetched when somebody looks back. */
const TOO_FAR = 90
/** As long as the sign of the other side is true. */
const TYPING_MS = 6_000
/** How often one's own sign is given. */
const TELL_TYPING_MS = 4_000

/** A conversation on this phone: looks when something may have changed, sends what is said, and tells what has become of it. */
export const openRoom = (
  chatId: string,
  {
    chats,
    onChange,
    listen = listenAtDoor,
  }: { chats: Chats; onChange: (room: Room) => void; listen?: typeof listenAtDoor },
) => {
  const kept = talkOf(chatId)
  let oldest = 1
  let room: Room = {
    said: {
      ...emptyThread,
      outgoing: (kept?.unsent ?? []).map((body) => ({ id: body.id, body, refused: body.refused })),
    },
    chat: null,
    refused: null,
    cutOff: false,
    sendFailures: 0,
    older: false,
    typing: false,
  }
  let shown = false
  let closed = false
  let failures = 0
  let lively = Date.now()
  let marked = 0
  let toldTyping = 0
  let next: ReturnType<typeof setTimeout> | undefined
  let stillTyping: ReturnType<typeof setTimeout> | undefined
  let bell: (() => void) | null = null
  let bellFailures = 0
  let bellAgain: ReturnType<typeof setTimeout> | undefined

  const change = (by: Partial<Room>) => {
    room = { ...room, ...by }
    if (!closed) onChange(room)
  }
  const isOver = () => room.refused !== null || room.chat?.state === 'ended'

  const sending = openSending({
    chatId,
    chats,
    read: () => room.said,
    change: (said, sendFailures) => change({ said, sendFailures }),
    onArrived: () => {
      lively = Date.now()
      if (!isWhole(room.said)) void look()
    },
  })

  const plan = () => {
    clearTimeout(next)
    if (!shown || closed || isOver()) return
    const pause = pauseMs({ quietMs: Date.now() - lively, failures, bell: bell !== null })
    next = setTimeout(() => void look(), pause)
  }

  const hangUp = () => {
    clearTimeout(bellAgain)
    bell?.()
    bell = null
  }
  const pickUp = () => {
    if (bell || !shown || closed || isOver()) return
    bell = listen({
      ring: () => {
        bellFailures = 0
        void look()
      },
      broken: () => {
        bell = null
        bellAgain = setTimeout(pickUp, sendAgainMs(++bellFailures))
        plan()
      },
    })
  }

  const noteTyping = (typing: boolean) => {
    clearTimeout(stillTyping)
    if (typing) stillTyping = setTimeout(() => change({ typing: false }), TYPING_MS)
    return typing
  }

  const take = ({ chat, messages }: Output<'chats', 'pull'>, after: number) => {
    const first = room.chat === null
    const same = JSON.stringify(chat) === JSON.stringify(room.chat) && messages.length === 0
    if (!same) lively = Date.now()
    failures = 0
    const far = first && chat.last - after > TOO_FAR
    let { from } = room.said
    if (far) from = chat.last - BEGIN + 1
    else if (first || after === from - 1) {
      const begins = messages[0]?.number ?? after + 1
      // What is older than what is kept is gone: nothing is missing before it.
      if (begins > after + 1) oldest = begins
      from = begins
    }
    const said = pulled(room.said, { messages, last: chat.last, from })
    const arrived = room.said.outgoing.filter(({ id }) => !said.outgoing.some((one) => one.id === id))
    if (arrived.length > 0)
      dropUnsent(
        chatId,
        arrived.map(({ id }) => id),
        new Date(),
      )
    const ended = chat.state === 'ended'
    if (first || chat.last !== room.chat?.last || ended !== (room.chat.state === 'ended'))
      changeTalk(chatId, { last: chat.last, ended }, new Date())
    const typing = noteTyping(chat.otherTyping)
    if (same && !room.cutOff && typing === room.typing) return
    change({ said, chat, cutOff: false, typing, older: from > oldest })
  }

  const missed = (code: AnyRefusal) => {
    if (passing.includes(code)) {
      failures++
      if (!room.cutOff) change({ cutOff: true })
      return plan()
    }
    if (code === 'CHAT_NOT_FOUND' && room.said.outgoing.length === 0) dropTalk(chatId)
    change({ refused: code })
    hangUp()
  }

  const markRead = () => {
    const { chat, said } = room
    if (!shown || !chat || chat.unread === 0) return
    const number = toMark(said, 'person', Math.max(marked, chat.last - chat.unread))
    if (number === 0) return
    const before = marked
    marked = number
    void chats.read({ chatId, number }).then((reply) => {
      if (!reply.ok) marked = before
    })
  }

  const look = onceMore(async () => {
    clearTimeout(next)
    for (;;) {
      const first = room.chat === null
      const after = first ? Math.max(0, (kept?.last ?? 0) - BEGIN) : upTo(room.said)
      const reply = await chats.pull({ chatId, after })
      if (closed) return
      if (!reply.ok) return missed(reply.code as AnyRefusal)
      take(reply.data, after)
      // What does not come now comes at the next look: asking on at once would never end.
      if (isWhole(room.said) || (!first && upTo(room.said) <= after)) break
    }
    markRead()
    if (isOver()) hangUp()
    plan()
  })

  /** What lies before: false when it did not come. */
  const older = async (): Promise<boolean> => {
    const { from } = room.said
    const after = Math.max(0, from - 1 - STEP)
    const reply = await chats.pull({ chatId, after })
    if (!reply.ok || closed) return false
    const begins = Math.min(from, reply.data.messages[0]?.number ?? from)
    if (begins > after + 1) oldest = begins
    const { messages, chat } = reply.data
    change({ said: pulled(room.said, { messages, last: chat.last, from: begins }), older: begins > oldest })
    return true
  }

  const again = () => {
    lively = Date.now()
    pickUp()
    void look()
    void sending.run()
  }

  return {
    read: () => room,
    look,
    older,
    say: sending.say,
    retry: sending.retry,
    giveUp: sending.giveUp,
    /** The person is writing. */
    write: () => {
      lively = Date.now()
      if (room.chat?.state !== 'open' || lively - toldTyping < TELL_TYPING_MS) return
      toldTyping = lively
      void chats.typing({ chatId })
    },
    show: () => {
      if (shown || closed) return
      shown = true
      again()
    },
    /** The network is back. */
    again: () => shown && again(),
    hide: () => {
      shown = false
      clearTimeout(next)
      hangUp()
    },
    close: () => {
      shown = false
      closed = true
      clearTimeout(next)
      clearTimeout(stillTyping)
      hangUp()
      sending.stop()
    },
  }
}
