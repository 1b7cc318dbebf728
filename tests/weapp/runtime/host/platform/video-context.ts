import { WeappVideo } from '../video-element'
import { first } from './queries'

/** `wx.createVideoContext`: commands for the video with that id on the page on top. */
export function createVideoContext(id: string) {
  const withPlayer = (act: (player: HTMLVideoElement) => void) => () => {
    const element = first(`#${CSS.escape(id)}`)
    if (element instanceof WeappVideo) act(element.player)
  }
  return {
    play: withPlayer((player) => void player.play()),
    pause: withPlayer((player) => player.pause()),
    stop: withPlayer((player) => {
      player.pause()
      player.currentTime = 0
    }),
    seek: (position: number) =>
      withPlayer((player) => {
        player.currentTime = position
      })(),
    playbackRate: (rate: number) =>
      withPlayer((player) => {
        player.playbackRate = rate
      })(),
    requestFullScreen: () => undefined,
    exitFullScreen: () => undefined,
  }
}
