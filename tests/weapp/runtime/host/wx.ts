import simulated from 'miniprogram-simulate/src/api'
import { topPage } from './open-pages'
import { navigateBack, navigateTo, redirectTo, reLaunch, setTitle, switchTab } from './page-stack'
import { record } from './platform/ask'
import { cloudApi } from './platform/cloud'
import { deviceApi } from './platform/device'
import { dialogsApi } from './platform/dialogs'
import { filesApi } from './platform/files'
import { createIntersectionObserver } from './platform/intersections'
import { networkApi } from './platform/network'
import { phoneApi } from './platform/phone'
import { createSelectorQuery } from './platform/queries'
import { listeners, settle } from './platform/settle'
import { soundApi } from './platform/sound'
import { storageApi } from './platform/storage'
import { createVideoContext } from './platform/video-context'

type Api = Record<string, unknown>
type Address = { url: string }

/** Calls too many and too plain to be worth recording. */
const UNRECORDED = /^(on|off|get|create|can|nextTick|(set|get|remove|clear)(Background)?(Storage|FetchToken))/

const appHides = listeners<object>()
const appShows = listeners<object>()

export const tellAppHide = (): void => appHides.emit({})
export const tellAppShow = (): void => appShows.emit({})

const routes: Api = {
  navigateTo: (options: Address) => settle('navigateTo', options, () => navigateTo(options.url)),
  redirectTo: (options: Address) => settle('redirectTo', options, () => redirectTo(options.url)),
  reLaunch: (options: Address) => settle('reLaunch', options, () => reLaunch(options.url)),
  switchTab: (options: Address) => settle('switchTab', options, () => switchTab(options.url)),
  navigateBack: (options?: { delta?: number }) =>
    settle('navigateBack', options, () => navigateBack(options?.delta ?? 1)),
  setNavigationBarTitle: (options: { title: string }) =>
    settle('setNavigationBarTitle', options, () => setTitle(options.title)),
  pageScrollTo: (options: { scrollTop?: number; selector?: string }) =>
    settle('pageScrollTo', options, () => {
      const page = topPage()?.element
      const target = options.selector ? page?.querySelector(options.selector) : undefined
      if (target) target.scrollIntoView()
      else page?.scrollTo({ top: options.scrollTop ?? 0 })
    }),
}

/** `wx` as an app sees it: everything this product needs is played for real, the rest is miniprogram-simulate's. */
export function createWx(): Api {
  const wx: Api = {
    ...(simulated as Api),
    ...routes,
    ...storageApi,
    ...networkApi,
    ...soundApi,
    ...dialogsApi,
    ...deviceApi,
    ...phoneApi,
    ...filesApi,
    createSelectorQuery,
    createVideoContext,
    createIntersectionObserver,
    nextTick: (callback: () => void) => queueMicrotask(callback),
    onAppHide: appHides.on,
    offAppHide: appHides.off,
    onAppShow: appShows.on,
    offAppShow: appShows.off,
    cloud: cloudApi,
  }
  delete wx.reportEvent
  for (const [name, api] of Object.entries(wx)) {
    if (typeof api !== 'function' || UNRECORDED.test(name)) continue
    wx[name] = (...given: unknown[]) => {
      record(`wx.${name}`, given[0])
      return api(...given)
    }
  }
  return wx
}
