import { Text, View } from '@tarojs/components'
import Taro, { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { aria, tappable } from '../../parts/aria'
import { Icon } from '../../parts/icon'
import { clockOf, spokenClock } from '../../phone/times'
import { SeekBar } from './seek-bar'
import './audio-player.scss'

const STEP_SECONDS = 15

export const AudioPlayer = ({
  src,
  title,
  length,
  from,
  onPlaying,
  onBreak,
}: {
  src: string
  title: string
  /** Seconds of the recording, and the second to begin at. */
  length: number
  from: number
  onPlaying: (position: number) => void
  onBreak: () => void
}) => {
  const player = useRef<Taro.InnerAudioContext>()
  const [playing, setPlaying] = useState(false)
  const [position, setPosition] = useState(from)
  const [failed, setFailed] = useState(false)
  const at = useRef(from)
  /** A second asked for before the recording was loaded: players forget such a jump, so it is made again. */
  const wanted = useRef<number | null>(null)
  const told = useRef({ onPlaying, onBreak })
  told.current = { onPlaying, onBreak }

  const open = useCallback(() => {
    const audio = Taro.createInnerAudioContext()
    audio.src = src
    audio.onPlay(() => setPlaying(true))
    audio.onPause(() => {
      setPlaying(false)
      told.current.onBreak()
    })
    audio.onTimeUpdate(() => {
      if (audio.paused) return
      const target = wanted.current
      wanted.current = null
      if (target !== null && Math.abs(audio.currentTime - target) > 1) {
        audio.seek(target)
        return
      }
      at.current = audio.currentTime
      setPosition(audio.currentTime)
      told.current.onPlaying(audio.currentTime)
    })
    audio.onEnded(() => {
      told.current.onPlaying(length)
      told.current.onBreak()
      at.current = 0
      setPosition(0)
      setPlaying(false)
    })
    audio.onError(() => {
      setPlaying(false)
      setFailed(true)
    })
    return audio
  }, [src, length])

  useEffect(
    () => () => {
      player.current?.destroy()
      player.current = undefined
    },
    [],
  )
  useDidHide(() => player.current?.pause())

  const turn = () => {
    setFailed(false)
    if (playing) {
      player.current?.pause()
      return
    }
    if (!player.current || failed) {
      player.current?.destroy()
      player.current = open()
      wanted.current = at.current > 0 ? at.current : null
    }
    const audio = player.current
    if (Math.abs(audio.currentTime - at.current) > 1) audio.seek(at.current)
    audio.play()
  }

  const seek = (to: number) => {
    const target = Math.min(Math.max(0, to), Math.max(0, length - 1))
    at.current = target
    if (wanted.current !== null) wanted.current = target
    setPosition(target)
    player.current?.seek(target)
  }

  return (
    <View className="audio-player" {...aria({ role: 'group', label: `音频：${title}` })}>
      <View className="audio-player__buttons">
        <View className="audio-player__step" {...tappable(() => seek(at.current - STEP_SECONDS))}>
          <Text>后退 {STEP_SECONDS} 秒</Text>
        </View>
        <View className="audio-player__play" {...tappable(turn, { label: playing ? '暂停' : '播放' })}>
          <Icon name={playing ? 'pause' : 'play'} large />
        </View>
        <View className="audio-player__step" {...tappable(() => seek(at.current + STEP_SECONDS))}>
          <Text>前进 {STEP_SECONDS} 秒</Text>
        </View>
      </View>
      <SeekBar position={position} length={length} onSeek={seek} />
      <View
        className="audio-player__times"
        {...aria({ label: `已播放 ${spokenClock(position)}，共 ${spokenClock(length)}` })}
      >
        <Text>{clockOf(position)}</Text>
        <Text>{clockOf(length)}</Text>
      </View>
      {failed ? (
        <Text className="audio-player__failed" {...aria({ role: 'alert' })}>
          音频没有放出来，请检查网络后再点播放
        </Text>
      ) : null}
    </View>
  )
}
