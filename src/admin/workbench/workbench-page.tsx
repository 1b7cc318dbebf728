import { App, Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { SoundSwitch } from '../duty/sound-switch'
import { useMe } from '../duty/use-me'
import { useSound } from '../duty/use-sound'
import { RecordEditor } from '../records/record-editor'
import { Heading } from '../shell/heading'
import { shownClock } from '../shell/time'
import { Waiting } from '../shell/waiting'
import type { Bench } from './bench'
import { ClosedConversation, ConversationView } from './conversation-view'
import { HeldList } from './held-list'
import { HereSwitch } from './here-switch'
import { KeysDialog } from './keys-dialog'
import { deskOf } from './my-desk'
import type { Pictures } from './pictures'
import { stepped } from './quick-choice'
import { RepliesDialog } from './replies-dialog'
import type { Places } from './thread-view'
import { useBench } from './use-bench'
import { useCalls } from './use-calls'
import { useDesktop } from './use-desktop'
import { useKeys } from './use-keys'
import { useLeavingAsked } from './use-leaving-asked'
import { WaitingList } from './waiting-list'
import './workbench.css'

type Props = { bench: Bench; pictures: Pictures; places: Places }

const desktopWords = { on: '关闭桌面提醒', off: '打开桌面提醒', blocked: '浏览器不允许桌面提醒' } as const

const Workbench = ({ bench, pictures, places }: Props) => {
  const { message } = App.useApp()
  const { state, look, want, stoodUp } = useBench(bench)
  const sound = useSound('xinyi.console.workbench-sound')
  const { desktop, turn } = useDesktop()
  const heard = useCalls(state, sound.call, desktop === 'on')
  const replies = useRead('quick replies', () => api.workbench.quickReplies({}))
  const [accepting, setAccepting] = useState<string | null>(null)
  const [showing, setShowing] = useState<'keys' | 'replies' | null>(null)
  const close = useCallback(() => setShowing(null), [])
  const { conversations, openId, listed, listedAt, refusal } = state
  const rows = replies.data?.rows ?? []
  const open = conversations.find(({ chat }) => chat.id === openId)
  useLeavingAsked(conversations.some(({ thread, draft }) => thread.outgoing.length > 0 || draft.trim() !== ''))

  const accept = async (chatId: string) => {
    setAccepting(chatId)
    const reply = await api.workbench.accept({ chatId }).finally(() => setAccepting(null))
    if (!reply.ok) message.info(refusalText(reply))
    await look()
    if (reply.ok) bench.open(chatId)
  }

  const meet = useRef('')
  const [search, setSearch] = useSearchParams()
  const bookingId = search.get('booking') ?? ''
  useEffect(() => {
    if (bookingId === '' || meet.current === bookingId) return
    meet.current = bookingId
    api.workbench.meet({ bookingId }).then(async (reply) => {
      setSearch({}, { replace: true })
      if (!reply.ok) return message.info(refusalText(reply))
      await look()
      bench.open(bookingId)
    })
  }, [bookingId, bench, look, message, setSearch])

  useKeys({
    onAccept: () => {
      const mine = listed?.waiting.find(({ yours }) => yours)
      if (mine) accept(mine.id)
      else message.info('现在没有轮到您的')
    },
    onStep: (step) => {
      const at = conversations.findIndex(({ chat }) => chat.id === openId)
      const next = conversations[stepped(Math.max(at, at === -1 && step === -1 ? 0 : at), step, conversations.length)]
      if (next) bench.open(next.chat.id)
    },
  })

  const putAway = (chatId: string) => {
    pictures.forget(chatId)
    places.delete(chatId)
    bench.putAway(chatId)
  }

  return (
    <>
      <Heading title="对话" hint="只有接下的人看得到说了什么，同事和列表里都看不到。">
        <SoundSwitch {...sound} of="消息" />
        <Button disabled={desktop === 'blocked'} onClick={turn}>
          {desktopWords[desktop]}
        </Button>
        <Button onClick={() => setShowing('keys')}>快捷键</Button>
      </Heading>
      <p className="only-heard" role="status">
        {heard}
      </p>
      <div className="bench-page">
        {refusal && (
          <div className="stack stack-tight">
            <RefusalNote refusal={refusal} onRetry={look} />
            {listedAt !== null && (
              <p className="soft">
                下面是 {shownClock(new Date(listedAt).toISOString())} 读到的。您写的会留在这里，连上后自动接着发。
              </p>
            )}
          </div>
        )}
        <div className="bench">
          <div className="bench-side">
            <HereSwitch state={state} stoodUp={stoodUp} onChange={want} />
            {listed ? (
              <WaitingList rows={listed.waiting} accepting={accepting} onAccept={accept} />
            ) : (
              !refusal && <Waiting rows={3} />
            )}
            <HeldList rows={conversations} openId={openId} onOpen={bench.open} />
          </div>
          {!open && (
            <section className="bench-conversation bench-none">
              <p className="soft">从左边接下或打开一段对话。</p>
            </section>
          )}
          {open?.closed === 'no' && (
            <ConversationView
              key={open.chat.id}
              one={open}
              bench={bench}
              pictures={pictures}
              places={places}
              replies={rows}
              onEditReplies={() => setShowing('replies')}
            />
          )}
          {open && open.closed !== 'no' && <ClosedConversation one={open} onPutAway={() => putAway(open.chat.id)} />}
          <aside className="bench-record" aria-label="记录">
            {open ? (
              <RecordEditor key={open.chat.id} of="chat" ofId={open.chat.id} />
            ) : (
              <p className="soft">打开一段对话后，在这里写记录。</p>
            )}
          </aside>
        </div>
      </div>
      {showing === 'keys' && <KeysDialog onClose={close} />}
      {showing === 'replies' && replies.data && (
        <RepliesDialog
          rows={rows}
          onClose={close}
          onSaved={() => {
            message.success('常用语保存好了')
            close()
            replies.reload()
          }}
        />
      )}
    </>
  )
}

export const WorkbenchPage = () => {
  const me = useMe()
  return me && <Workbench {...deskOf(me.staffId)} />
}
