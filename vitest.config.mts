import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const MINUTE = 60_000

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
  more: { isolate?: false; globalSetup?: string; expect?: { poll: { timeout: number } } } = {},
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
  heavy('weapp', 2, ['tests/{browser,weapp}/**/*.test.ts']),
  // A worker keeps its browser from file to file, and the seeded database they begin with is made once.
  heavy('screens', 2, undefined, {
    isolate: false,
    globalSetup: './tests/screens/seed-once.ts',
    expect: { poll: { timeout: 20_000 } },
  }),
]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: process.env.SOAK ? soak : projects,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
    reporters: process.env.CI ? [['default', { summary: false }]] : ['default'],
  },
})
