import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const MINUTE = 60_000

/**
 * What takes far longer than its size says, the longest first. Vitest remembers how long a file took and begins with the
 * longest; in a fresh checkout it goes by size, and one that is short to read and long to run would be waited for alone.
 */
const long = [
  'durability/conversations',
  'durability/kill',
  'durability/restore-anchors',
  'conformance/pglite-owner',
  'cloudbase/chaos',
  'contract/every-action',
  'contract/refusals',
  'contract/matrix',
  'journeys/destroying',
  'journeys/unneeded-files',
  'weapp/built',
  'weapp/runtime',
  'weapp/app',
  'screens/looks',
  'screens/console-people',
  'screens/app',
  'screens/console',
  'screens/app-booking',
  'screens/app-chat',
].map((name) => `/tests/${name}.test.ts`)

/** How soon a file begins within its project: those above in their order, all others after them. */
const turnOf = ({ moduleId }: TestSpecification) => {
  const turn = long.findIndex((end) => moduleId.endsWith(end))
  return turn < 0 ? long.length : turn
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const owners = [...new Set(sorted.map(({ project }) => project))]
    return owners.flatMap((owner) =>
      sorted.filter(({ project }) => project === owner).sort((a, b) => turnOf(a) - turnOf(b)),
    )
  }
}

/** Files run side by side, two at a time; projects of one group share the two workers. */
const quick = (
  name: string,
  include: string[],
  more: { isolate?: false; setupFiles?: string[] } = {},
): TestProjectConfiguration => ({
  extends: true,
  test: { name, include, environment: 'node', sequence: { groupOrder: 0 }, ...more },
})

/** A worker keeps its modules from file to file: loading them anew for each was most of the work. */
const keptModules = { isolate: false } as const

/** Starts browsers, databases or servers of its own, each at a port and in a folder of its own: after everything quick. */
const heavy = (
  name: string,
  groupOrder: number,
  include = [`tests/${name}/**/*.test.{ts,tsx}`],
  more: {
    isolate?: false
    maxWorkers?: number
    globalSetup?: string
    setupFiles?: string[]
    retry?: number
    expect?: { poll: { timeout: number } }
  } = {},
): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    environment: 'node',
    testTimeout: 2 * MINUTE,
    hookTimeout: 2 * MINUTE,
    sequence: { groupOrder },
    ...more,
  },
})

/** On a shared CI machine a browser may be starved for a while; the runner's line says which test needed a second try. */
const browserRetry = process.env.CI ? 1 : 0

const soak: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'soak',
      include: ['tests/soak/**/*.soak.ts'],
      environment: 'node',
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: 25 * MINUTE,
      hookTimeout: 2 * MINUTE,
    },
  },
]

const projects: TestProjectConfiguration[] = [
  quick('unit', ['src/{domain,contract,server,admin}/**/*.test.{ts,tsx}', 'cloudfunctions/**/*.test.ts'], keptModules),
  quick('contract', ['tests/contract/**/*.test.ts'], {
    ...keptModules,
    setupFiles: [at('tests/house/quick-passwords.ts')],
  }),
  quick('journeys', ['tests/journeys/**/*.test.ts'], {
    ...keptModules,
    setupFiles: [at('tests/house/quick-passwords.ts')],
  }),
  quick(
    'shanghai',
    [
      'src/domain/{bookings,calendar,duty,events,hotlines,notices,ratings,reports,retention,signups,teachers,timetables,waits,wishes}/**/*.test.ts',
      'src/domain/time.test.ts',
      'tests/journeys/{bookings,counselling-figures,notices,retention}.test.ts',
    ],
    { ...keptModules, setupFiles: [at('tests/house/quick-passwords.ts'), at('tests/house/in-shanghai.ts')] },
  ),
  quick('scoring', ['tests/scoring/**/*.test.ts'], keptModules),
  {
    extends: true,
    define: { 'process.env.TARO_ENV': JSON.stringify('h5') },
    resolve: {
      alias: [
        { find: /^@tarojs\/components$/, replacement: at('tests/stubs/components.tsx') },
        { find: /^@tarojs\/taro$/, replacement: at('tests/stubs/taro.ts') },
      ],
    },
    test: {
      name: 'app',
      include: ['src/miniprogram/**/*.test.{ts,tsx}'],
      environment: 'jsdom',
      css: false,
      sequence: { groupOrder: 0 },
    },
  },
  heavy('architecture', 1),
  heavy('conformance', 1),
  heavy('cloudbase', 1),
  heavy('durability', 1),
  // A test in a browser waits as long as it works: three of them keep two cores busy.
  heavy('weapp', 2, ['tests/{browser,weapp}/**/*.test.ts'], { maxWorkers: 3, retry: browserRetry }),
  // A worker keeps its browser from file to file, and the seeded database they begin with is made once.
  heavy('screens', 2, undefined, {
    isolate: false,
    maxWorkers: 3,
    retry: browserRetry,
    globalSetup: './tests/screens/seed-once.ts',
    setupFiles: [at('tests/house/quick-passwords.ts')],
    expect: { poll: { timeout: 20_000 } },
  }),
]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: process.env.SOAK ? soak : projects,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
    reporters: process.env.CI ? [['default', { summary: false }]] : ['default'],
  },
})
