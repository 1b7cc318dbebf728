import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import boundaries from '../../config/boundaries.cjs'
import valueBoundaries from '../../config/value-boundaries.cjs'
import { reached, typeCrossings } from '../../scripts/checks/boundaries.mjs'
import { importGraph } from '../../scripts/checks/import-graph.mjs'
import { root, tools } from '../../scripts/root.mjs'
import { smallHouse } from './small-house'

type Violation = { from: string; rule: { name: string } }

const cruise = (folder: string) =>
  new Promise<string[]>((resolve, reject) => {
    const config = join(root, 'config/boundaries.cjs')
    const rooms = ['src', 'cloudfunctions', 'tests']
    for (const room of rooms) mkdirSync(join(folder, room), { recursive: true })
    execFile(
      process.execPath,
      [tools.depcruise, ...rooms, '--config', config, '--output-type', 'json'],
      { cwd: folder, maxBuffer: 32 * 1024 * 1024 },
      (failure, said, complaint) => {
        if (!said.startsWith('{')) return reject(failure ?? new Error(complaint))
        const { violations } = JSON.parse(said).summary as { violations: Violation[] }
        resolve(violations.map(({ from, rule }) => `${rule.name} ${from}`))
      },
    )
  })

/** What each rule must catch: the file that breaks it, and what that file says. */
const broken: [rule: string, file: string, source: string][] = [
  ['no-cycles', 'src/domain/rings/one.ts', "import { two } from './two'\nexport const one = () => two"],
  ['nothing-dangles', 'src/server/lost.ts', "import { gone } from './never-written'\nexport const lost = gone"],
  ['domain-is-pure', 'src/domain/pieces/parse.ts', "import * as z from 'zod'\nexport const parse = z"],
  ['contract-is-small', 'src/contract/ids.ts', "import { nanoid } from 'nanoid'\nexport const ids = nanoid"],
  [
    'clients-know-the-contract',
    'src/admin/peek.ts',
    "import { page } from '../miniprogram/page'\nexport const peek = page",
  ],
  [
    'clients-know-the-contract',
    'src/miniprogram/reach.ts',
    "import { store } from '../../cloudfunctions/library/store'\nexport const reach = store",
  ],
  [
    'functions-stay-apart',
    'cloudfunctions/insights/ask.ts',
    "import { open } from '../library/actions/show'\nexport const ask = open",
  ],
  [
    'functions-stay-apart',
    'cloudfunctions/clock/pry.ts',
    "import { open } from '../library/actions/show'\nexport const pry = open",
  ],
  [
    'jobs-are-for-the-clock',
    'cloudfunctions/insights/hurry.ts',
    "import { jobs } from '../library/jobs'\nexport const hurry = jobs",
  ],
  [
    'jobs-are-for-the-clock',
    'cloudfunctions/insights/list.ts',
    "import { declarations } from '../people/inventory'\nexport const list = declarations",
  ],
  [
    'people-keep-people',
    'cloudfunctions/library/pry.ts',
    "import { profiles } from '../people/store'\nexport const pry = profiles",
  ],
  [
    'kit-knows-no-function',
    'cloudfunctions/_kit/favour.ts',
    "import { store } from '../library/store'\nexport const favour = store",
  ],
  [
    'cloud-knows-no-client',
    'cloudfunctions/library/draw.ts',
    "import { page } from '../../src/miniprogram/page'\nexport const draw = page",
  ],
  [
    'server-knows-no-client',
    'src/server/draw.ts',
    "import { page } from '../miniprogram/page'\nexport const draw = page",
  ],
  [
    'one-door-to-wechat',
    'cloudfunctions/library/shortcut.ts',
    "import cloud from 'wx-server-sdk'\nexport const shortcut = cloud",
  ],
  [
    'only-an-entry-opens-that-door',
    'cloudfunctions/library/serve.ts',
    "import { wechat } from '../_kit/platform/wechat'\nexport const serve = wechat",
  ],
  ['postgres-lives-in-the-server', 'cloudfunctions/_kit/query.ts', "import pg from 'pg'\nexport const query = pg"],
  [
    'nothing-imports-tests',
    'src/server/lean.ts',
    "import { stub } from '../../tests/stubs/stub'\nexport const lean = stub",
  ],
  [
    'stand-in-knows-nothing-of-ours',
    'tests/cloudbase/stand-in/copy.ts',
    "import { day } from '../../../src/domain/day'\nexport const copy = day",
  ],
]

/** What stands in both houses: each import here is allowed. */
const sound: Record<string, string> = {
  'src/domain/day.ts': "import dayjs from 'dayjs'\nexport const day = dayjs",
  'src/domain/day.test.ts': "import { day } from './day'\nimport * as z from 'zod'\nexport const proof = [day, z]",
  'src/contract/words.ts':
    "import * as z from 'zod'\nimport { day } from '../domain/day'\nexport const words = [z, day]",
  'src/miniprogram/page.ts':
    "import type { words } from '../contract/words'\nexport const page = (shown: typeof words) => shown",
  'src/server/serve.ts':
    "import pg from 'pg'\nimport { store } from '../../cloudfunctions/library/store'\nexport const serve = [pg, store]",
  'cloudfunctions/_kit/platform/wechat.ts': "import cloud from 'wx-server-sdk'\nexport const wechat = cloud",
  'cloudfunctions/library/index.ts': "import { wechat } from '../_kit/platform/wechat'\nexport const main = wechat",
  'cloudfunctions/library/store.ts': "import * as z from 'zod'\nexport const store = z",
  'cloudfunctions/library/actions/show.ts': "import { store } from '../store'\nexport const open = store",
  'cloudfunctions/people/inventory.ts': "import { store } from '../library/store'\nexport const declarations = [store]",
  'cloudfunctions/people/store.ts': "import * as z from 'zod'\nexport const profiles = z",
  'cloudfunctions/library/jobs.ts': "import { store } from './store'\nexport const jobs = [store]",
  'cloudfunctions/insights/figures.ts': "import { store } from '../library/store'\nexport const figures = store",
  'cloudfunctions/clock/run.ts':
    "import { declarations } from '../people/inventory'\nimport { jobs } from '../library/jobs'\nexport const run = [declarations, jobs]",
  'tests/stubs/stub.ts': 'export const stub = 1',
  'tests/journeys/read.test.ts':
    "import { stub } from '../stubs/stub'\nimport { page } from '../../src/miniprogram/page'\nexport const read = [stub, page]",
}

describe('who may import whom', () => {
  let breaking: ReturnType<typeof smallHouse>
  let standing: ReturnType<typeof smallHouse>
  let caught: string[] = []
  let suspected: string[] = []

  beforeAll(async () => {
    breaking = smallHouse({
      ...sound,
      'src/domain/rings/two.ts': "import { one } from './one'\nexport const two = () => one",
      ...Object.fromEntries(broken.map(([, file, source]) => [file, source])),
    })
    standing = smallHouse(sound)
    caught = await cruise(breaking.folder)
    suspected = await cruise(standing.folder)
  })
  afterAll(() => {
    breaking.remove()
    standing.remove()
  })

  it('has a proof for every rule', () => {
    expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual(
      boundaries.forbidden.map(({ name }) => name).sort(),
    )
  })

  it('gives every rule a reason a person can read', () => {
    for (const { comment } of [...boundaries.forbidden, ...valueBoundaries]) expect(comment).toMatch(/^[A-Z].{20,}\.$/)
  })

  it.each(broken)('%s catches %s', (rule, file) => {
    expect(caught).toContain(`${rule} ${file}`)
  })

  it('lets stand what is allowed', () => {
    expect(suspected).toEqual([])
  })
})

describe('types that cross a boundary', () => {
  const ways: [way: string, source: string][] = [
    ['import type', "import type { Pool } from 'pg'\nexport type Way = Pool"],
    ['an inline type', "import { type Pool } from 'pg'\nexport type Way = Pool"],
    ['export type', "export type { Pool } from 'pg'"],
    ['import()', "export type Way = import('pg').Pool"],
  ]

  it.each(ways)('are caught when they come by %s', (_, source) => {
    const house = smallHouse({ 'src/domain/way.ts': source })
    try {
      const crossings = typeCrossings(importGraph(house.folder), boundaries.forbidden)
      expect(crossings).toContainEqual(
        expect.stringMatching(/^domain-is-pure: src\/domain\/way\.ts → node_modules\/pg /),
      )
      expect(crossings).toContainEqual(expect.stringMatching(/^postgres-lives-in-the-server: /))
    } finally {
      house.remove()
    }
  })

  it('pass where the table allows them', () => {
    const house = smallHouse(sound)
    try {
      expect(typeCrossings(importGraph(house.folder), boundaries.forbidden)).toEqual([])
    } finally {
      house.remove()
    }
  })
})

describe('what a client carries', () => {
  it('is caught through any number of steps', () => {
    const house = smallHouse({
      ...sound,
      'src/contract/index.ts': "export * from './words'",
      'src/admin/form.ts': "import { words } from '../contract'\nexport const form = words",
    })
    try {
      expect(reached(importGraph(house.folder), valueBoundaries)).toEqual([
        expect.stringContaining('src/admin/form.ts → src/contract/index.ts → src/contract/words.ts → node_modules/zod'),
      ])
    } finally {
      house.remove()
    }
  })

  it('may be typed by the contract', () => {
    const house = smallHouse(sound)
    try {
      expect(reached(importGraph(house.folder), valueBoundaries)).toEqual([])
    } finally {
      house.remove()
    }
  })
})
