import type { Browser } from 'playwright-core'
import { launchChromium } from '../browser/find-chromium'

/** All pages are of one origin each time: moving to the next must not cost a process of its own, nor drawing one. */
const ONE_PROCESS = [
  '--disable-extensions',
  '--in-process-gpu',
  '--disable-site-isolation-trials',
  '--disable-features=OptimizationHints,site-per-process,IsolateOrigins',
]

let launched: Promise<Browser> | undefined

/** One for all files of a worker, and every person in it has a context of their own; it ends with the worker. */
export const sharedBrowser = () => {
  launched ??= launchChromium({ args: ONE_PROCESS })
  return launched
}
