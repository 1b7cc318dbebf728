import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/find-chromium'
import { checkWeapp } from './gate/check-weapp'
import type { AppConfig } from './runtime/compile-dist'
import { openWeapp } from './runtime/open-weapp'

const DIST = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../dist/weapp')
if (!existsSync(path.join(DIST, 'app.json'))) throw new Error('dist/weapp is not built: run `npm run build` first.')

const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppConfig
const pages = [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`)),
]

let chromium: Browser

beforeAll(async () => {
  chromium = await launchChromium()
})
afterAll(() => chromium.close())

describe('the built mini-program', () => {
  it('passes the gate', { timeout: 120_000 }, async () => {
    const { errors, warnings } = await checkWeapp(DIST)
    expect(errors).toEqual([])
    expect(warnings).toEqual([])
  })

  it.each(pages)('opens %s off line, without a fault and with something to read', async (page) => {
    const weapp = await openWeapp({ dist: DIST, page: `${page}?id=none`, offline: true, chromium })
    try {
      await expect.poll(async () => (await weapp.view().innerText()).trim()).not.toBe('')
      expect(weapp.errors).toEqual([])
      expect(weapp.notFound).toEqual([])
    } finally {
      await weapp.close()
    }
  })
})
