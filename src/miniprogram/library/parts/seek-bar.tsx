import { Slider } from '@tarojs/components'
import { aria } from '../../parts/aria'
import { spokenClock } from '../../phone/times'

/** Where the recording stands, in seconds; it can be moved. */
export const SeekBar = ({
  position,
  length,
  onSeek,
}: {
  position: number
  length: number
  onSeek: (to: number) => void
}) => (
  <Slider
    min={0}
    max={Math.max(1, Math.floor(length))}
    step={1}
    value={Math.floor(position)}
    activeColor="#2E7D68"
    backgroundColor="#A3B0AB"
    blockSize={24}
    onChange={(event) => onSeek(event.detail.value)}
    {...aria({ label: `播放位置，${spokenClock(position)}，共 ${spokenClock(length)}` })}
  />
)
