import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWeapp, type WeappReport } from './gate/check-weapp'

const FIXTURE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixture')
const SLOW = 120_000

const copies: string[] = []

function broken(damage: (at: (file: string) => string) => void): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'weapp-broken-'))
  copies.push(copy)
  cpSync(FIXTURE, copy, { recursive: true })
  damage((file) => path.join(copy, file))
  return copy
}

function changeJson(file: string, change: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  change(json)
  writeFileSync(file, JSON.stringify(json))
}

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
})

describe('the gate', () => {
  it('has nothing to say against a sound mini-program and weighs its packages', { timeout: SLOW }, async () => {
    const report = await checkWeapp(FIXTURE)
    expect(report.errors).toEqual([])
    expect(report.warnings).toEqual([])
    expect(Object.keys(report.sizes)).toEqual(['main', 'reading'])
    expect(report.sizes.main).toBeGreaterThan(12_878)
    expect(report.total).toBe(report.sizes.main + (report.sizes.reading ?? 0))
  })

  it('refuses a page that was not built', { timeout: SLOW }, async () => {
    const { errors } = await checkWeapp(broken((at) => rmSync(at('pages/mine'), { recursive: true })))
    expect(errors).toContain('A page in app.json has no file: pages/mine/index.wxml')
    expect(errors.join('\n')).toMatch(/WeChat's compiler refuses it: .*pages\/mine\/index/)
  })

  it('refuses packages and preloads that are too heavy', { timeout: SLOW }, async () => {
    const heavy = `module.exports = '${'x'.repeat(2.1 * 1024 * 1024)}'`
    const dist = broken((at) => {
      writeFileSync(at('heavy.js'), heavy)
      writeFileSync(at('reading/heavy.js'), heavy)
      appendFileSync(at('app.js'), "\nrequire('./heavy')")
      appendFileSync(at('reading/detail/index.js'), "\nrequire('../heavy')")
    })
    const { errors } = await checkWeapp(dist)
    expect(errors).toContain('A package is over 2 MB: main is 2.12 MB')
    expect(errors).toContain('A package is over 2 MB: reading is 2.10 MB')
    expect(errors).toContain('The pages of a package preload more than 2 MB: main preloads 2.10 MB')
  })

  it('refuses what WeChat’s own tools refuse', { timeout: SLOW }, async () => {
    const dist = broken((at) => {
      changeJson(at('app.json'), (app) => Object.assign(app, { pagess: [] }))
      changeJson(at('pages/mine/index.json'), (page) => Object.assign(page, { usingComponents: { card: '/card' } }))
      appendFileSync(at('pages/list/index.wxml'), '<view>')
      appendFileSync(at('app.wxss'), '}')
      appendFileSync(at('reading/detail/index.js'), 'const = 1')
    })
    const errors = (await checkWeapp(dist)).errors.join('\n')
    expect(errors).toContain('app.json has a key WeChat does not know: app.json ["pagess"]')
    expect(errors).toMatch(/wcc: .*pages\/list\/index\.wxml/s)
    expect(errors).toMatch(/wcsc: .*app\.wxss/s)
    expect(errors).toContain("WeChat's compiler refuses it")
    expect(errors).toMatch(/WeChat's analyser: .*card/)
  })
})

describe('our own rules', () => {
  let report: WeappReport

  beforeAll(async () => {
    const dist = broken((at) => {
      changeJson(at('app.json'), (app) => {
        delete app.lazyCodeLoading
        delete app.sitemapLocation
        app.preloadRule = { 'pages/gone/index': { packages: ['nowhere'] } }
      })
      appendFileSync(at('pages/mine/index.wxml'), '<div>{{ 1 <b }}</div><image src="/assets/gone.png" />')
      appendFileSync(
        at('pages/mine/index.js'),
        "\nconst picture = '/assets/lost.png'; new Function('return 1'); eval('2')",
      )
      appendFileSync(at('pages/mine/index.js'), "\nconst link = 'http://plain.example/a'; class $ZodString {}")
      writeFileSync(
        at('pages/mine/index.wxss'),
        [
          '.card:active { opacity: 0.5 }',
          '.hero { background: url(/assets/hero.png) }',
          '.list { overflow: scroll }',
          '.bar { position: fixed; bottom: 0; height: 80rpx }',
        ].join('\n'),
      )
    })
    report = await checkWeapp(dist)
  }, SLOW)

  it.each([
    'WeChat draws nothing for this tag: <div> in pages/mine/index.wxml',
    'Pressed looks come from hover-class, not from :active (audit 点击态): .card:active in pages/mine/index.wxss',
    'WXSS cannot load a file of the package: .hero in pages/mine/index.wxss',
    'A template shows a file that is not in the package: assets/gone.png in pages/mine/index.wxml',
    'A script shows a file that is not in the package: assets/lost.png in pages/mine/index.js',
    "WeChat runs no code made out of text: new Function('return 1') in pages/mine/index.js",
    "WeChat runs no code made out of text: eval('2' in pages/mine/index.js",
    'zod is in the bundle: it weighs 80 KB and compiles text to code; take types only: pages/mine/index.js',
    'Every address must be https (audit HTTPS): http://plain.example/a in pages/mine/index.js',
    'app.json must say "lazyCodeLoading": "requiredComponents": undefined',
    'Without a sitemap WeChat indexes every page: app.json has no sitemapLocation',
    'preloadRule names what is not there: the page pages/gone/index',
    'preloadRule names what is not there: the package nowhere',
  ])('finds: %s', (finding) => {
    expect(report.errors).toContain(finding)
  })

  it.each([
    'A scrolling box needs -webkit-overflow-scrolling: touch (audit 惯性滚动): .list in pages/mine/index.wxss',
    'A fixed foot needs env(safe-area-inset-bottom) (audit iPhone X): .bar in pages/mine/index.wxss',
  ])('warns: %s', (finding) => {
    expect(report.warnings).toContain(finding)
  })

  it('takes a comparison inside braces for no tag', () => {
    expect(report.errors.join('\n')).not.toContain('<b>')
  })
})
