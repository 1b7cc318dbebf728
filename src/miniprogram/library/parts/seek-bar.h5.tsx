import { createElement } from 'react'
import { spokenClock } from '../../phone/times'
import './seek-bar.h5.scss'

/** The browser's own slider: the keyboard and screen readers know it. */
export const SeekBar = ({
  position,
  length,
  onSeek,
}: {
  position: number
  length: number
  onSeek: (to: number) => void
}) =>
  createElement('input', {
    type: 'range',
    className: 'seek-bar',
    min: 0,
    max: Math.max(1, Math.floor(length)),
    step: 1,
    value: Math.floor(position),
    'aria-label': '播放位置',
    'aria-valuetext': `${spokenClock(position)}，共 ${spokenClock(length)}`,
    onChange: (event: { target: { value: string } }) => onSeek(Number(event.target.value)),
  })
