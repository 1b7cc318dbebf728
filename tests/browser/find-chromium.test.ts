import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { candidates, launchFirst, packaged, withChineseFont } from './find-chromium'

const nowhere = { name: 'nowhere', executablePath: async () => '/nowhere/chromium', args: [] }

afterEach(() => vi.unstubAllEnvs())

describe('finding a Chromium', () => {
  it('asks CHROMIUM_PATH first, and the packaged one before what is installed', () => {
    vi.stubEnv('CHROMIUM_PATH', '/somewhere/chromium')
    const names = candidates().map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['CHROMIUM_PATH', '@sparticuz/chromium'])
  })

  it('goes on to the next when one does not start', async () => {
    const browser = await launchFirst([nowhere, ...candidates()], [])
    expect(browser.version()).toMatch(/^\d+\./)
    await browser.close()
  })

  it('throws one sentence that names what it tried when none starts', async () => {
    await expect(launchFirst([nowhere], [])).rejects.toThrow(
      /^No Chromium starts on this machine: .*\(nowhere: .+\)\.$/,
    )
  })
})

describe('a machine without any font', () => {
  it('draws Chinese with what npm brought', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'no-fonts-'))
    writeFileSync(path.join(folder, 'fonts.conf'), `<fontconfig><cachedir>${folder}</cachedir></fontconfig>`)
    vi.stubEnv('FONTCONFIG_FILE', path.join(folder, 'fonts.conf'))
    const browser = await launchFirst([packaged], [])
    try {
      const context = await browser.newContext()
      await context.route('http://font.test/', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>心驿</p>' }),
      )
      await withChineseFont(context)
      const page = await context.newPage()
      await page.goto('http://font.test/')
      const loaded = () =>
        page.evaluate(() =>
          [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')),
        )
      await expect.poll(loaded).toContain('Noto Sans SC Variable')
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
