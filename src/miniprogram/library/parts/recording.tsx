import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Edition } from '../../../contract/pieces'
import { aria } from '../../parts/aria'
import { keepPlace, placeIn } from '../../phone/places'
import { usePutAway } from '../../phone/use-put-away'
import { AudioPlayer } from './audio-player'
import { FilmPlayer } from './film-player'
import './recording.scss'

/** A place this near the end is no place to go back to. Seconds. */
const NEAR_THE_END = 5

/** The player of a video or audio piece. It waits for the cloud's answer: an address kept from before may have expired. */
export const Recording = ({
  edition,
  settled,
  onPlaying,
}: {
  edition: Edition
  settled: boolean
  onPlaying: (position: number, length: number) => void
}) => {
  const { media, id, kind, title } = edition
  const length = media?.seconds ?? 0
  const [from] = useState(() => {
    const seconds = placeIn(id)?.seconds ?? 0
    return seconds > length - NEAR_THE_END ? 0 : seconds
  })
  const at = useRef<number | null>(null)

  const keep = () => {
    if (at.current === null || length === 0) return
    keepPlace({
      pieceId: id,
      kind,
      title,
      part: Math.min(1, at.current / length),
      seconds: at.current,
      at: new Date().toISOString(),
    })
  }
  usePutAway(keep)

  if (!media) return null
  if (!settled) return <View className="recording__waiting" {...aria({ role: 'status', label: '正在打开' })} />

  const playing = (position: number) => {
    at.current = position
    onPlaying(position, length)
  }
  return kind === 'video' ? (
    <FilmPlayer media={media} title={title} from={from} onPlaying={playing} onBreak={keep} />
  ) : (
    <AudioPlayer
      key={media.file}
      src={media.url}
      title={title}
      length={length}
      from={from}
      onPlaying={playing}
      onBreak={keep}
    />
  )
}
