import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchChromium, withChineseFont } from '../../browser/find-chromium'
import { type Answers, answerHost, type WeappCall } from './answer-host'
import { builtInStyles, bundleHost } from './bundle-host'
import { compileDist } from './compile-dist'
import type { Boot } from './host/boot'
import { hostPage } from './host-page'
import { ORIGIN, serveFiles } from './serve-files'

export type OpenOptions = Answers & {
  /** Folder of the built mini-program. */
  dist: string
  /** First page, with a query if it needs one; otherwise the app's own entry. */
  page?: string
  viewport?: { width: number; height: number }
  theme?: 'light' | 'dark'
  /** What the phone had stored before. */
  storage?: Record<string, unknown>
  /** Heights that a notch and a home bar take. */
  safeArea?: { top?: number; bottom?: number }
  /** The font size chosen in WeChat's settings; 16 is the usual one. */
  fontSizeSetting?: number
  offline?: boolean
  /** The file behind an address outside of the package, such as a temporary link. */
  files?: (url: URL) => string | undefined
  /** Last chance to prepare the page, for instance its clock, before the app starts. */
  prepare?: (page: Page) => Promise<void>
  /** A running browser to share; without one the app gets its own. */
  chromium?: Browser
}

export type Weapp = {
  page: Page
  /** The page on top of the stack. */
  view(): Locator
  /** Uncaught errors, console errors, template faults and unknown tags. */
  errors: string[]
  logs: string[]
  calls: WeappCall[]
  /** Files the app asked for that are not there. */
  notFound: string[]
  /** Resolves with the next call of that name that fits, or with one already made. */
  called(name: string, fits?: (body: unknown) => boolean): Promise<WeappCall>
  stack(): Promise<string[]>
  title(): Promise<string>
  back(): Promise<void>
  tab(text: string): Promise<void>
  /** One page more on the stack, as by a link. */
  open(address: string): Promise<void>
  pullDown(): Promise<void>
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  /** WeChat leaves and comes back to the foreground. */
  hide(): Promise<void>
  show(): Promise<void>
  setTheme(theme: 'light' | 'dark'): Promise<void>
  storage(): Promise<Record<string, unknown>>
  /** The files the app has left in its own folder. */
  files(): Promise<string[]>
  close(): Promise<void>
}

const PHONE = { width: 390, height: 844 }

/** Opens a built mini-program in headless Chromium, in a runtime whose component framework and template compiler are WeChat's own. */
export async function openWeapp(options: OpenOptions): Promise<Weapp> {
  const dist = path.resolve(options.dist)
  const { compiled, warnings } = compileDist(dist)
  const start = (options.page ?? compiled.app.entryPagePath ?? compiled.app.pages[0] ?? '').replace(/^\//, '')
  const errors = warnings.map((warning) => `wxml: ${warning}`)
  const logs: string[] = []
  const notFound: string[] = []
  let online = !options.offline
  const boot: Boot = {
    ...compiled,
    start,
    storage: options.storage ?? {},
    safeArea: { top: 0, bottom: 0, ...options.safeArea },
    fontSizeSetting: options.fontSizeSetting ?? 16,
    online,
  }

  const browser = options.chromium ?? (await launchChromium())
  const context = await browser.newContext({
    viewport: options.viewport ?? PHONE,
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme ?? 'light',
  })
  const close = async () => {
    await context.close()
    if (!options.chromium) await browser.close()
  }
  try {
    await serveFiles(context, {
      dist,
      own: {
        '/': hostPage(builtInStyles()),
        '/__host/boot.js': `window.__weappBoot=${JSON.stringify(boot)}`,
        '/__host/host.js': await bundleHost(),
      },
      files: options.files ?? (() => undefined),
      online: () => online,
      notFound,
    })
    await withChineseFont(context)
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      logs.push(`${message.type()}: ${message.text()}`)
      // A missing file is told once, in `notFound`.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
    })
    const { calls, called } = await answerHost(page, options, (fault) => errors.push(fault))
    await options.prepare?.(page)
    await page.goto(ORIGIN)

    const view = () => page.locator('weapp-page:visible')
    const drawn = view().locator('*').first()
    await drawn.waitFor({ state: 'attached', timeout: 10_000 }).catch(() => errors.push('nothing was drawn in 10 s'))

    const setOnline = (value: boolean) => {
      online = value
      return page.evaluate((is) => window.__weapp.setOnline(is), value)
    }
    return {
      page,
      view,
      errors,
      logs,
      calls,
      notFound,
      called,
      stack: () => page.evaluate(() => window.__weapp.stack()),
      title: () => page.locator('#weapp-navigation b').innerText(),
      back: () => page.locator('#weapp-navigation button').click(),
      tab: (text) => page.locator('#weapp-tab-bar button', { hasText: text }).click(),
      open: (address) => page.evaluate((to) => window.__weapp.open(to), address),
      pullDown: () => page.evaluate(() => window.__weapp.pullDown()),
      goOffline: () => setOnline(false),
      goOnline: () => setOnline(true),
      hide: () => page.evaluate(() => window.__weapp.hide()),
      show: () => page.evaluate(() => window.__weapp.show()),
      setTheme: (theme) => page.emulateMedia({ colorScheme: theme }),
      storage: () => page.evaluate(() => window.__weapp.storage()),
      files: () => page.evaluate(() => window.__weapp.files()),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
