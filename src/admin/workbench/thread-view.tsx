import { Button } from 'antd'
import { Fragment, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { newestRead, type Outgoing } from '../../domain/chats/thread'
import { dayOf } from '../../domain/time'
import { dayName } from '../duty/week'
import { HintActs, type HintActsProps } from './hint-acts'
import type { Pictures } from './pictures'
import { ThreadLine, UnsentLine } from './thread-line'
import { type Body, type Conversation, nameOf } from './words'

/** This near to the end counts as being at it. */
const NEAR = 48

/** Where each conversation was left, in pixels from the top; nothing for one that stood at its end. */
export type Places = Map<string, number>

type Props = {
  one: Conversation
  places: Places
  pictures: Pictures
  hintActs: HintActsProps
  onAgain: (messageId: string) => void
  onGiveUp: (messageId: string) => void
}

export const ThreadView = ({ one, places, pictures, hintActs, onAgain, onGiveUp }: Props) => {
  const { chat, thread, arrived } = one
  const box = useRef<HTMLElement>(null)
  const [below, setBelow] = useState(0)
  const { messages, outgoing } = thread
  const newest = messages.at(-1)?.number ?? 0
  const lastHint = messages.findLast(({ hint }) => hint)?.number
  const read = newestRead(thread, 'counsellor', chat.readUpTo)
  const sentHere = outgoing.length

  const toEnd = useCallback(() => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])
  const keepEnd = useCallback(() => {
    if (!places.has(chat.id)) toEnd()
  }, [places, chat.id, toEnd])

  useLayoutEffect(() => {
    const left = places.get(chat.id)
    if (left === undefined) toEnd()
    else if (box.current) box.current.scrollTop = left
  }, [chat.id, places, toEnd])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the end
  useLayoutEffect(() => {
    if (places.has(chat.id)) setBelow(newest)
    else toEnd()
  }, [newest, sentHere, chat.otherTyping])

  const scrolled = () => {
    const element = box.current
    if (!element) return
    const isNear = element.scrollHeight - element.clientHeight - element.scrollTop < NEAR
    if (isNear) {
      places.delete(chat.id)
      setBelow(0)
    } else places.set(chat.id, element.scrollTop)
  }

  return (
    <div className="bench-thread-frame">
      <section
        ref={box}
        className="bench-thread"
        role="log"
        aria-label={`和${nameOf(chat)}的对话`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        onScroll={scrolled}
      >
        {chat.from > 1 && <p className="soft bench-note">您从这里接手，之前说过的这里看不到。</p>}
        {!arrived && messages.length === 0 && <p className="soft bench-note">正在读取</p>}
        {arrived && messages.length === 0 && sentHere === 0 && <p className="soft bench-note">还没有说话。</p>}
        {messages.map((line, index) => {
          const day = dayOf(new Date(line.at))
          const before = messages[index - 1]
          const isNewDay = !before || dayOf(new Date(before.at)) !== day
          return (
            <Fragment key={line.id}>
              {isNewDay && <p className="soft bench-note">{dayName(day)}</p>}
              <ThreadLine
                chatId={chat.id}
                line={line}
                read={line.number === read}
                pictures={pictures}
                onGrown={keepEnd}
                acts={line.number === lastHint && <HintActs {...hintActs} />}
              />
            </Fragment>
          )
        })}
        {outgoing.map((sent: Outgoing<Body>) => (
          <UnsentLine key={sent.id} sent={sent} onAgain={() => onAgain(sent.id)} onGiveUp={() => onGiveUp(sent.id)} />
        ))}
        {chat.otherTyping && <p className="soft bench-note">对方正在输入</p>}
      </section>
      {below > 0 && (
        <Button
          className="bench-below"
          size="small"
          onClick={() => {
            places.delete(chat.id)
            setBelow(0)
            toEnd()
          }}
        >
          下面有新的消息
        </Button>
      )}
    </div>
  )
}
