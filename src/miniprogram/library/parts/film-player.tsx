import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownMedia } from '../../../contract/pieces'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { SwitchRow } from '../../parts/switch-row'
import { captionAt } from '../captions/captions'
import { useCaptions } from '../captions/use-captions'
import { Film } from './film'
import './film-player.scss'

/** Height as a share of the width, so that a film stands without bars beside it: from wide screen to square. Per cent. */
const shapeOf = ({ poster }: ShownMedia) =>
  poster ? Math.min(1, Math.max(9 / 16, poster.height / poster.width)) * 100 : (9 / 16) * 100

export const FilmPlayer = ({
  media,
  title,
  from,
  onPlaying,
  onBreak,
}: {
  media: ShownMedia
  title: string
  from: number
  onPlaying: (position: number) => void
  onBreak: () => void
}) => {
  const [withCaptions, setWithCaptions] = useState(true)
  const [caption, setCaption] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const captions = useCaptions(media.captions?.url)

  return (
    <View className="film-player">
      <View className="film-player__box" style={{ paddingTop: `${shapeOf(media)}%` }}>
        <Film
          key={tries}
          src={media.url}
          poster={media.poster?.url}
          title={title}
          from={from}
          onTime={(position) => {
            setCaption(captionAt(captions.cues, position))
            onPlaying(position)
          }}
          onBreak={onBreak}
          onFailed={() => setFailed(true)}
        />
      </View>
      {captions.cues.length > 0 ? (
        <View className="film-player__words">
          {withCaptions ? (
            <Text className="film-player__caption" {...aria({ live: 'off' })}>
              {caption ?? '字幕会显示在这里'}
            </Text>
          ) : null}
          <SwitchRow name="字幕" on={withCaptions} onTurn={setWithCaptions} />
        </View>
      ) : null}
      {captions.failed ? (
        <View className="film-player__words" {...aria({ role: 'status' })}>
          <Text className="film-player__failed">字幕没有取到，视频可以照常看</Text>
          <Button text="再取一次字幕" kind="quiet" onTap={captions.retry} />
        </View>
      ) : null}
      {failed ? (
        <View className="film-player__words" {...aria({ role: 'alert' })}>
          <Text className="film-player__failed">视频没有放出来，请检查网络后再试</Text>
          <Button
            text="再试一次"
            onTap={() => {
              setFailed(false)
              setTries(tries + 1)
            }}
          />
        </View>
      ) : null}
    </View>
  )
}
