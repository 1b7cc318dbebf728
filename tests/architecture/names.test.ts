import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trackedFiles } from '../../scripts/checks/tracked-files.mjs'
import { root } from '../../scripts/root.mjs'
import { contract } from '../../src/contract'
import { messages } from '../../src/contract/messages.zh-CN'
import { permissions } from '../../src/contract/permissions'
import { functionOf, names } from '../../src/contract/routes'
import vitestConfig from '../../vitest.config.mjs'

const sources = trackedFiles(root).filter((file) =>
  /^(src|cloudfunctions|tests|scripts|config)\/.*\.(ts|tsx|mjs|cjs)$/.test(file),
)
const functions = readdirSync(join(root, 'cloudfunctions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)
const config = (name: string) => JSON.parse(readFileSync(join(root, 'cloudfunctions', name, 'config.json'), 'utf8'))

describe('files', () => {
  it('are named in kebab-case', () => {
    const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.(test|soak|config|vite|d|h5|weapp|zh-CN))*\.(ts|tsx|mjs|cjs)$/
    expect(sources.filter((file) => !kebab.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  it('say what they are about', () => {
    const empty = /(^|\/)(utils?|helpers?|commons?|managers?|base|misc)(\.|\/)|-(utils?|helpers?)\./
    expect(sources.filter((file) => empty.test(file))).toEqual([])
  })
})

describe('tests', () => {
  it('all belong to a project that runs them', () => {
    const rooms = new Set(sources.map((file) => /^tests\/([^/]+)\/.*\.test\.tsx?$/.exec(file)?.[1]).filter(Boolean))
    const included = (vitestConfig.test?.projects ?? []).flatMap((project) =>
      typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
    )
    const runs = (room: string) => included.some((pattern) => pattern.split(/[/{},]/).includes(room))
    expect([...rooms].filter((room) => room && !runs(room))).toEqual([])
  })
})

describe('cloud functions', () => {
  it('are the ones the contract routes to, and the clock', () => {
    expect([...functions].sort()).toEqual([...new Set<string>(Object.values(functionOf)), 'clock'].sort())
  })

  it.each(functions)('%s has its entry and its settings', (name) => {
    for (const file of ['index.ts', 'config.json'])
      expect(existsSync(join(root, 'cloudfunctions', name, file)), `${name}/${file}`).toBe(true)
  })

  it('leave every timer to the clock, which has one', () => {
    expect(functions.filter((name) => (config(name).triggers ?? []).length > 0)).toEqual(['clock'])
    expect(config('clock').triggers).toHaveLength(1)
  })

  it('keep no index.js beside index.ts, which would break deployment', () => {
    expect(trackedFiles(root).filter((file) => /^cloudfunctions\/[^/]+\/index\.js$/.test(file))).toEqual([])
  })
})

describe('the contract', () => {
  const actions = Object.entries(contract).flatMap(([feature, of]) =>
    Object.entries(of).map(([action, spec]) => ({ name: `${feature}.${action}`, spec })),
  )

  it('has the names that phones carry, no more and no fewer', () => {
    const carried = Object.entries(names).flatMap(([feature, of]) =>
      Object.keys(of).map((action) => `${feature}.${action}`),
    )
    expect(carried.sort()).toEqual(actions.map(({ name }) => name).sort())
  })

  it('has a sentence for every refusal, and no sentence without one', () => {
    const common = [
      'INVALID_INPUT',
      'UNKNOWN_ACTION',
      'NOT_ALLOWED',
      'SIGN_IN_NEEDED',
      'MEMBERS_ONLY',
      'CONSENT_NEEDED',
      'BRANCH_NOT_FOUND',
      'TOO_LARGE',
      'BUSY',
      'INTERNAL',
      'ACCOUNT_GOING',
      'OFFLINE',
      'TIMED_OUT',
    ]
    const named = new Set([...common, ...actions.flatMap(({ spec }) => spec.refusals as readonly string[])])
    expect(Object.keys(messages).sort()).toEqual([...named].sort())
  })

  it('says refusals and sentences in the house’s tone', () => {
    for (const [code, sentence] of Object.entries(messages)) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
      expect(sentence).toMatch(/[\u4e00-\u9fff]/)
      expect(sentence).not.toMatch(/[!！]|加油|你(?!们)/)
    }
  })

  it('lets somebody ask for every action', () => {
    const asked = Object.entries(permissions).filter(([, who]) => Object.keys(who).length > 0)
    expect(asked.map(([name]) => name).sort()).toEqual(actions.map(({ name }) => name).sort())
  })
})
