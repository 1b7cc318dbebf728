import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { api } from '../cloud/api'
import { isStranger } from '../cloud/stranger'
import { paths, tabs } from '../parts/ways'

const inWechat = process.env.TARO_ENV === 'weapp'

/** Going from tab to tab asks no oftener. */
const EVERY_MS = 2 * 60_000
const LATER_MS = 1_500

let unread = 0
let askedAt = 0
const listeners = new Set<() => void>()

/** As the cloud last said; never kept on the phone. */
export const useUnread = () =>
  useSyncExternalStore(
    (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    () => unread,
  )

/** WeChat draws the dot itself, and only while a page with tabs is in sight: the next one draws it again. */
const dot = () => {
  if (!inWechat) return
  const index = tabs.indexOf(paths.mine)
  const draw = unread > 0 ? Taro.showTabBarRedDot : Taro.hideTabBarRedDot
  draw({ index, fail: () => undefined })
}

export const noteUnread = (count: number) => {
  unread = count
  dot()
  for (const told of listeners) told()
}

/** Unless it was asked a moment ago. Off line the last answer stands. */
const lookForNotices = (now: number): void => {
  if (isStranger()) {
    noteUnread(0)
    return
  }
  if (now - askedAt < EVERY_MS) return
  askedAt = now
  void api.notices.count({}).then((reply) => {
    if (reply.ok) noteUnread(reply.data.unread)
  })
}

/** Asks how many were not seen, for the dot: a moment after the page has asked for what is its own, and while it is in sight. */
export const useLookForNotices = (here: boolean) => {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const stop = () => clearTimeout(timer.current)
  useDidShow(() => {
    if (!here) return
    dot()
    stop()
    timer.current = setTimeout(() => lookForNotices(Date.now()), LATER_MS)
  })
  useDidHide(stop)
  useEffect(() => () => clearTimeout(timer.current), [])
}

/** Somebody else, or nobody, from here on. */
export const forgetUnread = () => {
  askedAt = 0
  noteUnread(0)
}
