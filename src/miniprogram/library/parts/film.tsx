import { Video } from '@tarojs/components'
import { aria } from '../../parts/aria'
import type { FilmFrame } from './film-frame'

export const Film = ({ src, poster, title, from, onTime, onBreak, onFailed }: FilmFrame) => (
  <Video
    className="film-player__film"
    src={src}
    poster={poster ?? ''}
    title={title}
    initialTime={from}
    controls
    showMuteBtn
    enableProgressGesture={false}
    onTimeUpdate={(event) => onTime(event.detail.currentTime)}
    onPause={onBreak}
    onEnded={onBreak}
    onError={onFailed}
    {...aria({ label: `视频：${title}` })}
  />
)
