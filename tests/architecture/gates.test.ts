import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryGzip, overBudget, weappPackages } from '../../scripts/checks/budgets.mjs'
import { addresses } from '../../scripts/checks/lockfile.mjs'
import { secretsIn } from '../../scripts/checks/secrets.mjs'
import { closing } from '../../scripts/closing.mjs'
import { root, tools } from '../../scripts/root.mjs'
import { smallHouse } from './small-house'

describe('the search for secrets', () => {
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const secrets: [what: string, text: string][] = [
    ['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----\nMIIE`],
    ['a Tencent Cloud key id', `secretId: 'AKID${hex(16)}'`],
    ['an app id with its secret', `{ "appid": "wx${hex(8)}", "secret": "${hex(16)}" }`],
    ['a secret written down', `const token = '${hex(16)}'`],
    ['a database address with a password', `postgres://xinyi:${'hunter'}22@db.example.com/xinyi`],
    ['a random word of 32 letters or more', `const key = '${['q7Zr2LmX9vTb4KsJ', '8wYc1NfGh3PdRe6A'].join('')}'`],
  ]

  it.each(secrets)('finds %s', (what, text) => {
    expect(secretsIn(`first line\n${text}\n`)).toContainEqual({ line: 2, what })
  })

  it('leaves ordinary sources alone', () => {
    const text = [
      "const url = 'postgres://postgres@127.0.0.1:5432/postgres'",
      'const token = randomBytes(32)',
      "export const name = 'clients-know-the-contract-and-nothing-else'",
    ].join('\n')
    expect(secretsIn(text)).toEqual([])
  })
})

describe('the lock file', () => {
  it('may not be tied to a registry', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0', resolved: 'https://example.com/a.tgz' },
        'node_modules/b': {},
      },
    }
    expect(addresses(JSON.stringify(lock))).toEqual(['node_modules/a is tied to an address by `resolved`'])
  })
})

describe('the closing lines of a runner', () => {
  it('are counted when they are ours', () => {
    expect(closing('ok types\n11 passed, 2 failed\n')).toEqual({ passed: 11, failed: 2 })
  })

  it('are counted when they are coloured', () => {
    const coloured =
      '\u001b[2m Test Files \u001b[22m 3 passed (3)\n\u001b[2m      Tests \u001b[22m \u001b[1m1 failed\u001b[22m | 20 passed (21)\n'
    expect(closing(coloured)).toEqual({ passed: 20, failed: 1 })
  })

  it('count a file that fell before its first test', () => {
    expect(closing(' Test Files  1 failed | 2 passed (3)\n      Tests  9 passed (9)\n')).toEqual({
      passed: 9,
      failed: 1,
    })
  })

  it('are missing when the runner was cut off', () => {
    expect(closing('build h5 …\nKilled\n')).toBeNull()
  })
})

describe('weights', () => {
  const app = { pages: ['pages/home/index'], subPackages: [{ root: 'library', pages: ['piece/index'] }] }
  const dist = {
    'dist/weapp/app.json': JSON.stringify(app),
    'dist/weapp/app.js': 'x'.repeat(1000),
    'dist/weapp/library/piece/index.js': 'y'.repeat(500),
    'dist/h5/index.html': '<script defer src="js/app.js"></script><link href="css/app.css" rel="stylesheet">',
    'dist/h5/js/app.js': 'app()',
    'dist/h5/css/app.css': 'body{}',
    'dist/h5/js/later.js': 'later()',
    'dist/admin/index.html': '<script type="module" crossorigin src="/admin/assets/index.js"></script>',
    'dist/admin/assets/index.js': 'main()',
    'dist/cloudfunctions/library/index.js': 'z'.repeat(100),
  }
  const budgets = (main: number) =>
    JSON.stringify({
      weapp: { main, package: 600 },
      h5: { entryGzip: 1000 },
      admin: { entryGzip: 1000 },
      functions: { bundle: 200 },
      never: { weapp: ['ZodError'] },
    })

  it('are taken by package, and only of what the first page needs', () => {
    const house = smallHouse(dist)
    try {
      expect(weappPackages(`${house.folder}/dist/weapp`)).toEqual([
        { name: 'main', bytes: 1000 + JSON.stringify(app).length },
        { name: 'library', bytes: 500 },
      ])
      const entry = entryGzip(`${house.folder}/dist/h5`)
      expect(entry).toBeGreaterThan(40)
      expect(entry).toBeLessThan(60)
    } finally {
      house.remove()
    }
  })

  it('over the budget are told', () => {
    const house = smallHouse({ ...dist, 'config/budgets.json': budgets(800) })
    try {
      expect(overBudget(house.folder)).toEqual([
        expect.stringMatching(/^weapp main weighs 1\.1 KB, allowed are 0\.8 KB$/),
      ])
    } finally {
      house.remove()
    }
  })

  it('tell of a schema library on a phone, however small', () => {
    const house = smallHouse({
      ...dist,
      'dist/weapp/vendors.js': 'class ZodError{}',
      'config/budgets.json': budgets(5000),
    })
    try {
      expect(overBudget(house.folder)).toEqual([expect.stringMatching(/vendors\.js carries a schema library/)])
    } finally {
      house.remove()
    }
  })
})

describe('the linter', () => {
  const lint = (source: string) => {
    const biome = readFileSync(join(root, 'biome.json'), 'utf8')
    const house = smallHouse({ 'biome.json': biome, '.gitignore': 'node_modules\n', 'src/domain/sample.ts': source })
    const { stdout, stderr } = spawnSync(process.execPath, [tools.biome, 'lint', 'src'], {
      cwd: house.folder,
      encoding: 'utf8',
    })
    house.remove()
    return `${stdout}${stderr}`
  }

  it.each([
    ['a named import of zod', "import { z } from 'zod'\nexport const Id = z.string()\n", 'noRestrictedImports'],
    ['a console', "export const tell = () => console.log('here')\n", 'noConsole'],
    [
      'a value import that is only a type',
      "import { Kind } from './kinds'\nexport type Both = Kind[]\n",
      'useImportType',
    ],
  ])('refuses %s', (_, source, rule) => {
    expect(lint(source)).toContain(rule)
  })

  it('lets the whole of zod in', () => {
    expect(lint("import * as z from 'zod'\n\nexport const Id = z.string()\n")).not.toContain('noRestrictedImports')
  })
})
