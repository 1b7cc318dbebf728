import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import type { Outgoing } from '../../domain/chats/thread'
import { shownClock } from '../shell/time'
import type { Pictures } from './pictures'
import { ShownPicture } from './shown-picture'
import type { Body, Line } from './words'

type LineProps = { chatId: string; line: Line; read: boolean; pictures: Pictures; onGrown: () => void; acts: ReactNode }

/** One message as it was said. `acts` stand under the newest that carries the mark. */
export const ThreadLine = ({ chatId, line, read, pictures, onGrown, acts }: LineProps) => (
  <div className={`bench-line bench-line-${line.side}`}>
    <p className="soft bench-line-head">
      {line.side === 'person' ? '对方' : '我'} <span className="figure">{shownClock(line.at)}</span>
      {line.hint && <Tag className="standing-wait bench-tag">留意</Tag>}
    </p>
    <div className="bench-words">
      {line.image ? (
        <ShownPicture chatId={chatId} line={line} pictures={pictures} onGrown={onGrown} />
      ) : (
        <p>{line.text}</p>
      )}
    </div>
    {read && <p className="soft">已读</p>}
    {acts}
  </div>
)

type UnsentProps = { sent: Outgoing<Body>; onAgain: () => void; onGiveUp: () => void }

/** Said, and not known to have arrived. */
export const UnsentLine = ({ sent: { body, refused }, onAgain, onGiveUp }: UnsentProps) => (
  <div className="bench-line bench-line-counsellor bench-unsent">
    <p className="soft bench-line-head">我</p>
    <div className="bench-words">
      <p>{body.picture ? '一张图片' : body.text}</p>
    </div>
    {refused === '' ? (
      <p className="soft">正在发送，连上后自动接着发</p>
    ) : (
      <div>
        <p>没有送到。{messages[refused as AnyRefusal] ?? messages.INTERNAL}</p>
        <div className="row">
          {refused !== 'CHAT_ENDED' && (
            <Button size="small" onClick={onAgain}>
              再发一次
            </Button>
          )}
          <Button size="small" onClick={onGiveUp}>
            不发了
          </Button>
        </div>
      </div>
    )}
  </div>
)
