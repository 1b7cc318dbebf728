import { Alert, App, Button, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { QuickReply } from '../../domain/chats/quick-replies'
import { shownClock } from '../shell/time'
import type { Bench } from './bench'
import { Composer } from './composer'
import { EndDialog } from './end-dialog'
import { GuidanceDialog } from './guidance-dialog'
import type { HintAct } from './hint-acts'
import { OfferHelpDialog } from './offer-help-dialog'
import { pictureOf } from './picture-of'
import type { Pictures } from './pictures'
import { ReferToDutyDialog } from './refer-to-duty-dialog'
import { type Places, ThreadView } from './thread-view'
import { TransferDialog } from './transfer-dialog'
import { type Conversation, nameOf } from './words'

type Doing = HintAct | 'transfer' | 'end'

type Props = {
  one: Conversation
  bench: Bench
  pictures: Pictures
  places: Places
  replies: readonly QuickReply[]
  onEditReplies: () => void
}

/** What is said in one conversation, and what can be done about it. */
export const ConversationView = ({ one, bench, pictures, places, replies, onEditReplies }: Props) => {
  const { message } = App.useApp()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = useCallback(() => setDoing(null), [])
  const { chat, thread, draft } = one
  const chatId = chat.id
  const newest = thread.messages.at(-1)?.number ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line in sight is what is read
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState === 'visible') bench.mark(chatId)
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [bench, chatId, newest])

  const done = (words: string) => {
    message.success(words)
    close()
    bench.look()
  }
  const sendPicture = async (file: File) => {
    const picture = await pictureOf(file)
    if (picture) bench.sayPicture(chatId, picture)
    else message.warning('这个文件打不开，请换一张图片')
  }

  return (
    <section className="bench-conversation" aria-label={`和${nameOf(chat)}的对话`}>
      <header className="row row-wrap">
        <h2>{nameOf(chat)}</h2>
        {chat.helpOfferedAt && <Tag className="standing-on">{shownClock(chat.helpOfferedAt)} 请对方看了求助页</Tag>}
        {chat.transferAsked && <Tag className="standing-wait">在等对方同意转交</Tag>}
        <div className="row push">
          <Button size="small" onClick={() => setDoing('offer-help')}>
            请对方看求助页
          </Button>
          <Button size="small" onClick={() => setDoing('refer')}>
            转给值守
          </Button>
          <Button size="small" onClick={() => setDoing('transfer')}>
            转给同事
          </Button>
          <Button size="small" onClick={() => setDoing('end')}>
            结束
          </Button>
        </div>
      </header>
      <ThreadView
        key={chatId}
        one={one}
        places={places}
        pictures={pictures}
        hintActs={{ onAct: setDoing }}
        onAgain={(messageId) => bench.sayAgain(chatId, messageId)}
        onGiveUp={(messageId) => bench.giveUp(chatId, messageId)}
      />
      <Composer
        key={`${chatId} reply`}
        draft={draft}
        replies={replies}
        onWrite={(text) => {
          bench.write(chatId, text)
          if (text.trim() !== '') bench.typing(chatId)
        }}
        onSay={(text) => bench.sayWords(chatId, text)}
        onPicture={sendPicture}
        onEditReplies={onEditReplies}
      />
      {doing === 'offer-help' && (
        <OfferHelpDialog chatId={chatId} onClose={close} onOffered={() => done('对方会先看到求助页')} />
      )}
      {doing === 'refer' && (
        <ReferToDutyDialog chatId={chatId} onClose={close} onReferred={() => done('已转给值守，请继续陪着对方')} />
      )}
      {doing === 'guidance' && <GuidanceDialog onClose={close} />}
      {doing === 'transfer' && (
        <TransferDialog chatId={chatId} onClose={close} onAsked={(name) => done(`已问对方，同意后转给${name}`)} />
      )}
      {doing === 'end' && (
        <EndDialog chatId={chatId} name={nameOf(chat)} onClose={close} onEnded={() => done('对话结束了')} />
      )}
    </section>
  )
}

const closedWords = {
  ended: ['这段对话结束了', '说过的话只留给对方，这里不再显示。想接着说，对方可以重新开始一段。'],
  gone: ['这段对话不在这里了', '可能对方删去了它，或者同意由同事接着谈。说过的话已经从这里清除。'],
} as const

type ClosedProps = { one: Conversation; onPutAway: () => void }

export const ClosedConversation = ({ one, onPutAway }: ClosedProps) => {
  const { chat, closed, thread } = one
  if (closed === 'no') return null
  const [title, words] = closedWords[closed]
  return (
    <section className="bench-conversation" aria-label={`和${nameOf(chat)}的对话`}>
      <header className="row">
        <h2>{nameOf(chat)}</h2>
      </header>
      <div className="stack bench-closed">
        <Alert type="info" title={title} description={words} />
        {thread.outgoing.length > 0 && (
          <div>
            <p>您最后写的没有送到：</p>
            <ul>
              {thread.outgoing.map(({ id, body }) => (
                <li key={id}>{body.picture ? '一张图片' : body.text}</li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <Button type="primary" onClick={onPutAway}>
            知道了，收起
          </Button>
        </div>
      </div>
    </section>
  )
}
