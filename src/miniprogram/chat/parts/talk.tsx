import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { newestRead } from '../../../domain/chats/thread'
import { aria, tappable } from '../../parts/aria'
import { Button } from '../../parts/button'
import { go, wayToConsent } from '../../parts/ways'
import { newId } from '../../phone/new-id'
import { EndedCard, TransferCard, WaitingCard } from './cards'
import { Composer } from './composer'
import { HelpCard } from './help-first'
import { inSight, stepBack } from './in-sight'
import { Line, UnsentLine } from './line'
import { TELL_AFTER } from './pace'
import type { Room } from './room'
import type { Own } from './said'
import { headWords, tellsTime } from './standing-words'
import type { useActs } from './use-acts'
import { END, useEndInSight } from './use-end-in-sight'
import { usePicture } from './use-picture'
import type { useRoom } from './use-room'

type Acts = ReturnType<typeof useActs>

const Head = ({ chat, acts }: { chat: Own; acts: Acts }) => {
  const [open, setOpen] = useState(false)
  const ended = chat.state === 'ended'
  return (
    <View className="talk__head">
      <View className="talk__head-line">
        <Text className="talk__with" {...aria({ role: 'status' })}>
          {headWords(chat)}
        </Text>
        {ended ? null : (
          <View className="talk__more" {...tappable(() => setOpen(!open), { expanded: open })}>
            <Text>{open ? '收起' : '更多'}</Text>
          </View>
        )}
      </View>
      {open && !ended ? (
        <View className="talk__buttons">
          <Button text="结束这段对话" disabled={acts.busy} onTap={() => void acts.end()} />
          <Button text="把这段对话存成文字" disabled={acts.busy} onTap={() => void acts.save()} />
          <Button text="删除这段对话" kind="quiet" disabled={acts.busy} onTap={() => void acts.destroy()} />
        </View>
      ) : null}
    </View>
  )
}

const CUT_OFF = '没有连上，正在再试。写的字都留在这部手机上，连上就发出去。'

/** The conversation itself: what was said, what is on its way, and where to write. */
export const Talk = ({
  chatId,
  room: { said, chat, cutOff, sendFailures, older, typing },
  opened,
  acts,
}: {
  chatId: string
  room: Room
  opened: ReturnType<typeof useRoom>['acts']
  acts: Acts
}) => {
  const [end, setEnd] = useState<number | null>(null)
  const [fetching, setFetching] = useState(false)
  const { atEnd, isAtEnd, toEnd, toLine } = useEndInSight(chat !== null)
  const shown = inSight(said.messages, end)
  const newest = said.messages.at(-1)
  const first = shown[0]
  const unsent = said.outgoing.length
  const seenUpTo = useRef(0)
  const picture = usePicture(opened.say)

  // What comes in is followed by whoever reads the newest; whoever looks back is left where they are.
  const last = newest?.number ?? 0
  useEffect(() => {
    if (chat === null || end !== null) return
    if (seenUpTo.current === 0 || isAtEnd()) toEnd()
    seenUpTo.current = last
  }, [chat, last, end, isAtEnd, toEnd])
  useEffect(() => {
    if (unsent > 0) toEnd()
  }, [unsent, toEnd])

  const say = (text: string) => {
    setEnd(null)
    opened.say({ id: newId(), at: new Date().toISOString(), text, image: null, refused: '' })
  }
  const lookBack = async () => {
    const top = first?.number ?? 1
    const messages = said.messages
    if (messages[0]?.number === top) {
      setFetching(true)
      const came = await opened.older()
      setFetching(false)
      if (!came) return
    }
    setEnd(stepBack(opened.read().said.messages, end))
    toLine(top)
  }
  const retry = (id: string, refused: string) => {
    if (refused === 'CONSENT_NEEDED') go(wayToConsent('counselling'))
    opened.retry(id)
  }

  if (chat === null) return null
  const withName = chat.withName ?? '对方'
  const read = newestRead(said, 'person', chat.readUpTo)
  const mine = said.messages.filter(({ side }) => side === 'person').at(-1)?.number ?? 0
  const markOf = (number: number) => (number === read ? '已读' : number === mine ? '已发送' : '')
  const beyond = end !== null && shown.at(-1)?.number !== newest?.number

  return (
    <View className="talk">
      <Head chat={chat} acts={acts} />
      {chat.helpOfferedAt ? <HelpCard /> : null}
      {cutOff ? (
        <Text className="talk__notice" {...aria({ role: 'status' })}>
          {CUT_OFF}
        </Text>
      ) : null}
      {older || (first !== undefined && said.messages[0] !== first) ? (
        <Button
          text={fetching ? '正在打开' : '看更早的'}
          kind="quiet"
          disabled={fetching}
          onTap={() => void lookBack()}
        />
      ) : null}
      <View className="talk__log" {...aria({ role: 'log', live: 'polite', label: '说过的话' })}>
        {shown.map((message, at) => (
          <Line
            key={message.number}
            chatId={chatId}
            message={message}
            withName={withName}
            timed={tellsTime(message.at, shown[at - 1]?.at)}
            mark={message.side === 'person' ? markOf(message.number) : ''}
          />
        ))}
      </View>
      {said.outgoing.map((one) => (
        <UnsentLine
          key={one.id}
          one={one}
          failed={sendFailures >= TELL_AFTER}
          onRetry={retry}
          onGiveUp={opened.giveUp}
        />
      ))}
      <View className="talk__typing" {...aria({ role: 'status' })}>
        {typing && chat.state === 'open' ? <Text>{withName}正在输入</Text> : null}
      </View>
      {chat.state === 'waiting' || chat.state === 'left' ? <WaitingCard chat={chat} /> : null}
      {chat.transfer ? (
        <TransferCard
          transfer={chat.transfer}
          busy={acts.busy}
          onAnswer={(agreed) => void acts.answerTransfer(agreed)}
        />
      ) : null}
      {chat.state === 'ended' ? (
        <EndedCard busy={acts.busy} onSave={() => void acts.save()} onDestroy={() => void acts.destroy()} />
      ) : null}
      {acts.said === null && picture.wrong === null ? null : (
        <Text className="talk__notice" {...aria({ role: 'alert' })}>
          {acts.said ?? picture.wrong}
        </Text>
      )}
      <View id={END} className="talk__end" />
      <View className="talk__foot">
        {beyond || (!atEnd && last > seenUpTo.current) ? (
          <Button
            text={beyond ? '回到最新' : '有新的回复'}
            onTap={() => {
              setEnd(null)
              toEnd()
            }}
          />
        ) : null}
        {chat.state === 'ended' ? null : (
          <Composer chatId={chatId} onWrite={opened.write} onSay={say} onPicture={() => void picture.choose()} />
        )}
      </View>
    </View>
  )
}
