import { createElement, useRef } from 'react'
import type { FilmFrame } from './film-frame'

/** The browser's own player: its controls are known to the keyboard and to screen readers. */
export const Film = ({ src, poster, title, from, onTime, onBreak, onFailed }: FilmFrame) => {
  const begun = useRef(false)
  return createElement('video', {
    className: 'film-player__film',
    src,
    poster,
    controls: true,
    playsInline: true,
    preload: 'metadata',
    'aria-label': `视频：${title}`,
    onLoadedMetadata: (event: { currentTarget: HTMLVideoElement }) => {
      if (!begun.current && from > 0) event.currentTarget.currentTime = from
      begun.current = true
    },
    onTimeUpdate: (event: { currentTarget: HTMLVideoElement }) => {
      if (!event.currentTarget.paused) onTime(event.currentTarget.currentTime)
    },
    onPause: onBreak,
    onEnded: (event: { currentTarget: HTMLVideoElement }) => {
      onTime(event.currentTarget.duration)
      onBreak()
    },
    onError: onFailed,
  })
}
