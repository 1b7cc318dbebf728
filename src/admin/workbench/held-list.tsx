import { Badge } from 'antd'
import { shownClock } from '../shell/time'
import { type Conversation, nameOf } from './words'

/** In one line, without a word that was said. */
const standing = ({ chat, closed, thread }: Conversation): string => {
  if (closed === 'ended') return '已经结束'
  if (closed === 'gone') return '不在这里了'
  if (thread.outgoing.length > 0) return `${thread.outgoing.length} 条还没有送到`
  if (chat.otherTyping) return '对方正在输入'
  if (chat.transferAsked) return '在等对方同意转交'
  return chat.unread > 0 ? `${chat.unread} 条未读` : '都看过了'
}

const Row = ({ one, isOpen, onOpen }: { one: Conversation; isOpen: boolean; onOpen: () => void }) => {
  const { chat } = one
  return (
    <li>
      <button type="button" className="bench-held" aria-current={isOpen} onClick={onOpen}>
        <span className="bench-held-name">{nameOf(chat)}</span>
        <span className="soft figure">{shownClock(chat.lastAt)}</span>
        <span className="soft">{standing(one)}</span>
        {one.closed === 'no' && chat.unread > 0 && (
          <span aria-hidden>
            <Badge count={chat.unread} color="#23604f" />
          </span>
        )}
      </button>
    </li>
  )
}

type Props = { rows: readonly Conversation[]; openId: string | null; onOpen: (chatId: string) => void }

export const HeldList = ({ rows, openId, onOpen }: Props) => (
  <section className="bench-part" aria-label="我的对话">
    <h2>我的对话（{rows.filter(({ closed }) => closed === 'no').length}）</h2>
    {rows.length === 0 && <p className="soft">您手里没有对话。接下后在这里切换。</p>}
    <ul className="bench-rows">
      {rows.map((one) => (
        <Row key={one.chat.id} one={one} isOpen={one.chat.id === openId} onOpen={() => onOpen(one.chat.id)} />
      ))}
    </ul>
  </section>
)
