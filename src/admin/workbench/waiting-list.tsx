import { Button, Tag } from 'antd'
import { due, waited } from '../duty/turn'
import { shownClock, shownInstant } from '../shell/time'
import { clockLeft } from '../unsealings/time-left'
import { useNow } from '../unsealings/use-now'
import type { WaitingChat } from './words'

/** A figure stands apart from the word before it. */
const spaced = (words: string) => (/^\d/.test(words) ? ` ${words}` : words)

const turnWords = ({ yours, turnEndsAt }: WaitingChat, now: number): string => {
  if (turnEndsAt === null) return ''
  const until = Date.parse(turnEndsAt)
  if (until <= now) return '正在转给下一位'
  return `${yours ? '轮到您，' : '轮到同事，'}${clockLeft(until, now)} 后转给下一位`
}

const Row = ({
  chat,
  now,
  busy,
  onAccept,
}: {
  chat: WaitingChat
  now: number
  busy: boolean
  onAccept: () => void
}) => (
  <li className={chat.yours ? 'bench-waits mine-now' : 'bench-waits'}>
    <div>
      <p className="figure">
        {chat.state === 'waiting'
          ? `等了${spaced(waited(chat.openedAt, now))}`
          : `留言，${shownInstant(chat.openedAt)}`}
      </p>
      {chat.state === 'waiting' && <p className="figure">{turnWords(chat, now)}</p>}
      {chat.promisedAt && (
        <p className="figure">
          答应 {shownClock(chat.promisedAt)} 前回复，{due(chat.promisedAt, now)}
          {chat.overdue && <Tag className="standing-wait bench-tag">已过答应的时间</Tag>}
        </p>
      )}
    </div>
    <Button
      size="small"
      type={chat.yours ? 'primary' : 'default'}
      loading={busy}
      aria-label={`接下 ${shownInstant(chat.openedAt)} 开始的这一段`}
      onClick={onAccept}
    >
      接下
    </Button>
  </li>
)

type Props = { rows: readonly WaitingChat[]; accepting: string | null; onAccept: (chatId: string) => void }

/** Nobody sees here who asks, nor a word of it: only how long, and whose turn it is. */
export const WaitingList = ({ rows, accepting, onAccept }: Props) => {
  const now = useNow(1000)
  return (
    <section className="bench-part" aria-label="等人接的">
      <h2>等人接的（{rows.length}）</h2>
      {rows.length === 0 && <p className="soft">现在没有人在等。</p>}
      <ul className="bench-rows">
        {rows.map((chat) => (
          <Row key={chat.id} chat={chat} now={now} busy={accepting === chat.id} onAccept={() => onAccept(chat.id)} />
        ))}
      </ul>
    </section>
  )
}
