import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { type Refused, refusalText } from '../cloud/refusal'
import type { Pictures } from './pictures'
import type { Line } from './words'

/** The widest a picture stands in a conversation. */
const WIDE = 260

type Props = { chatId: string; line: Line; pictures: Pictures; onGrown: () => void }

export const ShownPicture = ({ chatId, line, pictures, onGrown }: Props) => {
  const [url, setUrl] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is the wish to read again; a message never changes
  useEffect(() => {
    let current = true
    pictures.look(chatId, line).then((reply) => {
      if (!current) return
      setRefusal(reply.ok ? null : reply)
      if (reply.ok) setUrl(reply.data)
    })
    return () => {
      current = false
    }
  }, [chatId, line.id, pictures, turn])

  const { width, height } = line.image ?? { width: 1, height: 1 }
  const size = { width: Math.min(WIDE, width), height: Math.round((Math.min(WIDE, width) * height) / width) }
  if (refusal)
    return (
      <div className="stack stack-tight">
        <p>{refusalText(refusal)}</p>
        <Button size="small" onClick={() => setTurn((before) => before + 1)}>
          再看一次
        </Button>
      </div>
    )
  if (!url)
    return (
      <p className="soft" style={size}>
        正在取图片
      </p>
    )
  const whose = line.side === 'person' ? '对方' : '我'
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={`${whose}发的图片，在新窗口看大图`}>
      <img src={url} {...size} alt="" onLoad={onGrown} />
    </a>
  )
}
