import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackChromium, unpackedFonts } from './unpack-chromium'

export { withChineseFont } from './chinese-font'

const QUIET_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
  // A mini-program may start a video or a sound without a tap; a web page may not.
  '--autoplay-policy=no-user-gesture-required',
]

export type Candidate = {
  name: string
  executablePath: () => Promise<string>
  args: string[]
  env?: () => Record<string, string>
}

/** Starts a Chromium of this machine, or the packaged one. */
export function launchChromium(options: { args?: string[] } = {}): Promise<Browser> {
  return launchFirst(candidates(), options.args ?? [])
}

/** Starts the first candidate that runs; a machine where none does is a fault, never a skipped test. */
export async function launchFirst(from: Candidate[], args: string[]): Promise<Browser> {
  const refusals: string[] = []
  for (const candidate of from) {
    try {
      const executablePath = await candidate.executablePath()
      return await chromium.launch({
        executablePath,
        headless: true,
        args: [...QUIET_FLAGS, ...candidate.args, ...args],
        env: { ...process.env, ...candidate.env?.() },
      })
    } catch (error) {
      refusals.push(`${candidate.name}: ${firstLine(error)}`)
    }
  }
  throw new Error(
    `No Chromium starts on this machine: set CHROMIUM_PATH to one, or install chromium or @sparticuz/chromium (${refusals.join('; ')}).`,
  )
}

/** What npm brought: the headless shell, which draws the same pages with a third of the work of a whole browser. */
export const packaged: Candidate = {
  name: '@sparticuz/chromium',
  executablePath: unpackChromium,
  // It was built without the process that others are forked from.
  args: ['--headless=shell', '--no-zygote'],
  env: unpackedFonts,
}

/** CHROMIUM_PATH first, then what npm brought, then what is installed. */
export function candidates(): Candidate[] {
  const named = process.env.CHROMIUM_PATH
  const installed = ['/usr/bin/chromium', ...['chromium', 'google-chrome'].map(onPath)]
  return [
    ...(named ? [{ name: 'CHROMIUM_PATH', executablePath: async () => named, args: [] }] : []),
    packaged,
    ...installed
      .filter((file) => file !== undefined)
      .filter((file, index, all) => all.indexOf(file) === index && runnable(file))
      .map((file) => ({ name: file, executablePath: async () => file, args: [] })),
  ]
}

function onPath(command: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, command))
    .find(runnable)
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
