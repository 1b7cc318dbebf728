import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { runJobs } from '../../cloudfunctions/clock/run'
import { minutesLater } from '../../src/domain/time'
import { openServer } from '../../src/server/server'
import { withChineseFont } from '../browser/find-chromium'
import { copyOf } from './seed-once'
import { sharedBrowser } from './shared-browser'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** An office screen, and the phone most pictures of the app are drawn for. */
export const DESKTOP = { viewport: { width: 1280, height: 800 } }
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

export type Screens = Awaited<ReturnType<typeof openScreens>>

/** The product as `npm start` serves it, with a clock the test moves, and a browser that reports what pages complain about. */
export async function openScreens() {
  const dataDir = await copyOf(inject('seededFolder'))
  let ahead = 0
  const now = () => minutesLater(new Date(), ahead)
  const faults: unknown[] = []
  const note = (entry: { fault?: string }) => entry.fault && faults.push(entry)
  const server = await openServer({ dataDir, port: 0, clock: false, now, log: note })
  const browser = await sharedBrowser()
  const complaints: string[] = []
  const excused: RegExp[] = []
  const contexts = new Set<BrowserContext>()

  const complain = (text: string) => {
    if (!excused.some((excuse) => excuse.test(text))) complaints.push(text)
  }
  const listen = (page: Page) => {
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => complain(`page error: ${error.stack || `${error.name} ${error.message}`}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complain(`console ${message.type()}: ${message.text()} (${message.location().url})`)
    })
  }

  const leave = async () => {
    await Promise.all([...contexts].map((context) => context.close()))
  }

  return {
    url: server.url,
    server,
    dataDir,
    /** What this member of staff opens to choose a password. */
    linkOf: (login: string) => {
      const link = server.links.find((one) => one.login === login)
      if (!link) throw new Error(`no one-time link for ${login}`)
      return link.url
    },
    /** What the server's clock says. */
    now,
    forward: (minutes: number) => {
      ahead += minutes
    },
    /** One minute of the clock's work. */
    tick: () => runJobs({ ...server, now: now(), log: note }),
    /** A person's own browser, with nothing in it yet. */
    visitor: async (options: BrowserContextOptions = DESKTOP): Promise<Page> => {
      const context = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...options,
      })
      contexts.add(context)
      context.on('close', () => contexts.delete(context))
      await withChineseFont(context)
      context.on('page', listen)
      return context.newPage()
    },
    /** Makes `findings` possible on this page: the page's own policy allows no script from outside. */
    withAxe: (page: Page) => page.context().addInitScript({ path: axe }),
    /** Until complaints are looked at, pages may say this: a browser writes down whatever it refused. */
    excuse: (text: RegExp) => {
      excused.push(text)
    },
    /** What pages and the server complained about since the last time. */
    complaints: () => {
      excused.length = 0
      return [...complaints.splice(0), ...faults.splice(0).map((fault) => JSON.stringify(fault))]
    },
    leave,
    close: async () => {
      await leave()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
