import { configure } from '@testing-library/react'
import { useEffect, useRef } from 'react'
import { vi } from 'vitest'

// A busy machine is slow to draw; waiting ends as soon as the words are there.
configure({ asyncUtilTimeout: 15_000 })

/** What tests set and read: the address of the page, and how the cloud answers `{ action, data }`. */
export const phone = {
  params: {} as Record<string, string>,
  answer: (_action: string, _data: unknown): unknown => ({ ok: false, code: 'OFFLINE' }),
  calls: [] as { action: string; data: unknown; key: string | undefined }[],
  /** The recordings opened, in order. */
  audios: [] as ReturnType<typeof audio>[],
  reachBottom: () => {
    for (const told of bottoms) told()
  },
  hide: () => {
    for (const told of hides) told()
  },
  /** The page comes into sight again. */
  show: () => {
    for (const told of shows) told()
  },
}

const bottoms = new Set<() => void>()
const hides = new Set<() => void>()
const shows = new Set<() => void>()

export const resetPhone = () => {
  localStorage.clear()
  phone.params = {}
  phone.calls = []
  phone.audios = []
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  for (const spy of Object.values(Taro)) if (vi.isMockFunction(spy)) spy.mockClear()
}

const whileMounted = (told: Set<() => void>) => (heard: () => void) => {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    const call = () => latest.current()
    told.add(call)
    return () => {
      told.delete(call)
    }
  }, [])
}

export const useReachBottom = whileMounted(bottoms)
export const useDidHide = whileMounted(hides)
const whenShownAgain = whileMounted(shows)
export const useDidShow = (heard: () => void) => {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => latest.current(), [])
  whenShownAgain(heard)
}
export const useRouter = () => ({ params: phone.params })
export const usePageScroll = () => undefined
export const usePullDownRefresh = () => undefined
export const useShareAppMessage = () => undefined

const audio = () => {
  const heard: Record<string, (() => void)[]> = {}
  const hear = (name: string) => (told: () => void) => {
    heard[name] = [...(heard[name] ?? []), told]
  }
  const tell = (name: string) => {
    for (const told of heard[name] ?? []) told()
  }
  const context = {
    src: '',
    currentTime: 0,
    paused: true,
    destroyed: false,
    play: () => {
      context.paused = false
      tell('play')
    },
    pause: () => {
      context.paused = true
      tell('pause')
    },
    seek: (to: number) => {
      context.currentTime = to
    },
    destroy: () => {
      context.destroyed = true
    },
    onPlay: hear('play'),
    onPause: hear('pause'),
    onTimeUpdate: hear('time'),
    onEnded: hear('ended'),
    onError: hear('error'),
    at: (second: number) => {
      context.currentTime = second
      tell('time')
    },
    tell,
  }
  return context
}

const Taro = {
  getStorageSync: (name: string): unknown => {
    const kept = localStorage.getItem(name)
    return kept === null ? '' : JSON.parse(kept)
  },
  setStorageSync: (name: string, value: unknown) => localStorage.setItem(name, JSON.stringify(value)),
  getStorageInfoSync: () => ({ keys: Object.keys(localStorage) }),
  removeStorageSync: (name: string) => localStorage.removeItem(name),
  request: async ({
    url,
    data,
    header,
  }: {
    url: string
    data?: { action: string; data: unknown }
    header?: Record<string, string>
  }) => {
    if (!data) return { statusCode: 200, data: phone.answer(url, undefined) }
    phone.calls.push({ ...data, key: header?.authorization?.replace('Bearer ', '') })
    return { statusCode: 200, data: phone.answer(data.action, data.data) }
  },
  createInnerAudioContext: () => {
    const context = audio()
    phone.audios.push(context)
    return context
  },
  createSelectorQuery: () => {
    const query = { select: () => query, boundingClientRect: () => query, exec: () => undefined }
    return query
  },
  createIntersectionObserver: () => {
    const watch = { relativeToViewport: () => watch, observe: () => undefined, disconnect: () => undefined }
    return watch
  },
  nextTick: (then: () => void) => queueMicrotask(then),
  requestSubscribeMessage: vi.fn(),
  getCurrentInstance: () => ({ page: {} }),
  getCurrentPages: () => [{}, {}],
  makePhoneCall: vi.fn(async () => undefined),
  navigateTo: vi.fn(async () => undefined),
  redirectTo: vi.fn(async () => undefined),
  navigateBack: vi.fn(async () => undefined),
  switchTab: vi.fn(async () => undefined),
  reLaunch: vi.fn(async () => undefined),
  pageScrollTo: vi.fn(),
  setClipboardData: vi.fn(async () => undefined),
  stopPullDownRefresh: vi.fn(),
  showModal: vi.fn(async (_asked: { title: string; content: string }) => ({ confirm: true })),
}

export default Taro
