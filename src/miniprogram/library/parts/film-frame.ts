/** What a player of moving pictures takes, in WeChat and in a browser. Times are seconds. */
export type FilmFrame = {
  src: string
  poster: string | undefined
  title: string
  from: number
  onTime: (position: number) => void
  onBreak: () => void
  onFailed: () => void
}
