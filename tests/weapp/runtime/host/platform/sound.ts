import { listeners } from './settle'

/** Events of WeChat's players, and what the browser's player calls them. */
const EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
  Error: 'error',
} as const

type Player = Record<string, unknown>

let background: Player | undefined

export const soundApi = {
  createInnerAudioContext: () => player({ startsBySrc: false }),
  /** One for the whole app, and giving it a `src` starts it. */
  getBackgroundAudioManager: () => {
    background ??= player({ startsBySrc: true })
    return background
  },
}

function player({ startsBySrc }: { startsBySrc: boolean }): Player {
  const audio = new Audio()
  const stopped = listeners<object>()
  let startTime = 0
  const failed = listeners<object>()
  const play = () => {
    if (audio.readyState === 0 && startTime > 0) audio.currentTime = startTime
    audio.play().catch((error: DOMException) => {
      if (error.name !== 'AbortError') failed.emit({ errCode: 10001, errMsg: error.message })
    })
  }
  const stop = () => {
    audio.pause()
    audio.currentTime = 0
    stopped.emit({})
  }
  const context: Player = {
    play,
    stop,
    pause: () => audio.pause(),
    seek: (position: number) => {
      audio.currentTime = position
    },
    destroy: () => {
      audio.pause()
      failed.off()
      audio.removeAttribute('src')
    },
    onStop: stopped.on,
    offStop: stopped.off,
    onPrev: () => undefined,
    onNext: () => undefined,
    obeyMuteSwitch: true,
    title: '',
  }
  for (const [name, heard] of Object.entries(EVENTS)) {
    const told = name === 'Error' ? failed : listeners<object>()
    context[`on${name}`] = told.on
    context[`off${name}`] = told.off
    audio.addEventListener(heard, () => told.emit(name === 'Error' ? soundError(audio) : {}))
  }
  Object.defineProperties(context, {
    src: {
      get: () => audio.getAttribute('src') ?? '',
      set: (address: string) => {
        audio.src = address
        if (startsBySrc || audio.autoplay) play()
      },
    },
    startTime: {
      get: () => startTime,
      set: (seconds: number) => {
        startTime = seconds
      },
    },
    ...Object.fromEntries(['autoplay', 'loop', 'volume', 'playbackRate'].map((name) => [name, mirror(audio, name)])),
    duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0) },
    currentTime: { get: () => audio.currentTime },
    paused: { get: () => audio.paused },
    buffered: { get: () => (audio.buffered.length ? audio.buffered.end(audio.buffered.length - 1) : 0) },
  })
  return context
}

function mirror(audio: HTMLAudioElement, name: string): PropertyDescriptor {
  const fields = audio as unknown as Record<string, unknown>
  return {
    get: () => fields[name],
    set: (value) => {
      fields[name] = value
    },
  }
}

/** WeChat's codes: 10002 network, 10003 file, 10004 format. */
function soundError(audio: HTMLAudioElement): { errCode: number; errMsg: string } {
  const code = audio.error?.code
  const errCode = code === MediaError.MEDIA_ERR_NETWORK ? 10002 : code === MediaError.MEDIA_ERR_DECODE ? 10004 : 10003
  return { errCode, errMsg: audio.error?.message ?? '' }
}
