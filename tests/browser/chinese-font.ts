import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const ADDRESS = '/__chinese-font/'

/** Gives pages Chinese glyphs on a machine without a Chinese font; elsewhere it changes nothing. Call before the first goto. */
export async function withChineseFont<T extends Page | BrowserContext>(target: T): Promise<T> {
  if (systemHasFont(':lang=zh')) return target
  const folder = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css'))
  const faces = readFileSync(path.join(folder, 'index.css'), 'utf8').replaceAll('./files/', ADDRESS)
  await target.route(`**${ADDRESS}*`, (route) =>
    route.fulfill({
      path: path.join(folder, 'files', path.basename(new URL(route.request().url()).pathname)),
      contentType: 'font/woff2',
    }),
  )
  await target.addInitScript((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, `${faces}\n* { font-family: 'Noto Sans SC Variable', sans-serif !important }`)
  return target
}

/** Whether fontconfig knows a font that fits the pattern. */
export function systemHasFont(pattern: string): boolean {
  const fonts = spawnSync('fc-list', [pattern], { encoding: 'utf8' })
  return fonts.status === 0 && fonts.stdout.trim() !== ''
}
