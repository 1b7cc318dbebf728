import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from './build.mjs'
import { reached, typeCrossings } from './checks/boundaries.mjs'
import { overBudget } from './checks/budgets.mjs'
import { importGraph } from './checks/import-graph.mjs'
import { addresses, disagreement, readLock } from './checks/lockfile.mjs'
import { secretsIn } from './checks/secrets.mjs'
import { trackedFiles } from './checks/tracked-files.mjs'
import { runNode } from './child.mjs'
import { staleCost } from './cost.mjs'
import { staleInventory } from './inventory.mjs'
import { inRoot, root, tools } from './root.mjs'
import { targets } from './targets.mjs'

const require = createRequire(import.meta.url)
const read = (file) => readFileSync(inRoot(file), 'utf8')

const tool = async (...args) => {
  const { code, output } = await runNode(args, { env: { NODE_ENV: 'test', NO_COLOR: '1' } })
  return code === 0 ? [] : [output.trim() || `ended with ${code}`]
}

const MOST_LINES = 300
const longFiles = () =>
  trackedFiles(root)
    .filter((file) => /^(src|cloudfunctions|scripts|config|tests)\/.*\.(ts|tsx|mjs|cjs|js|scss)$/.test(file))
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file} has ${lines} lines; a file with one job fits in ${MOST_LINES}`)

const binary = /\.(png|jpe?g|gif|webp|ico|mp3|m4a|mp4|wav|woff2?|ttf|pdf|zip)$/i
const secrets = () =>
  trackedFiles(root)
    .filter((file) => !binary.test(file) && file !== 'package-lock.json')
    .flatMap((file) => secretsIn(read(file)).map(({ line, what }) => `${file}:${line} looks like ${what}`))

/** Each gives what is wrong, one sentence each; nothing means it holds. */
const checks = {
  types: () => tool(tools.tsc, '-p', inRoot('tsconfig.json')),
  lint: () => tool(tools.biome, 'check', '--error-on-warnings', '.'),
  styles: () =>
    tool(tools.stylelint, '--config', 'config/stylelint.json', '--allow-empty-input', 'src/**/*.{css,scss}'),
  boundaries: () => tool(tools.depcruise, 'src', 'cloudfunctions', 'tests', '--config', 'config/boundaries.cjs'),
  'boundaries of types': () => typeCrossings(importGraph(root), require(inRoot('config/boundaries.cjs')).forbidden),
  'boundaries at run time': () => reached(importGraph(root), require(inRoot('config/value-boundaries.cjs'))),
  'unused code': () => tool(tools.knip, '--no-progress'),
  'data inventory': staleInventory,
  'monthly cost': staleCost,
  'long files': longFiles,
  secrets,
  lockfile: () => [...addresses(readLock(root)), ...disagreement(root)],
  budgets: async () => {
    const failed = await build(Object.keys(targets), { stale: true })
    return failed.length ? [`${failed.join(', ')} did not build`] : overBudget(root, (line) => console.log(`  ${line}`))
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in checks))
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. The checks are: ${Object.keys(checks).join(', ')}`)
  process.exit(2)
}

let failed = 0
const chosen = wanted.length ? wanted : Object.keys(checks)
for (const name of chosen) {
  const began = performance.now()
  const wrong = await checks[name]()
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
  if (wrong.length) {
    failed++
    console.log(`failed  ${name} (${took})`)
    console.log(wrong.map((line) => line.replace(/^/gm, '  ')).join('\n'))
  } else console.log(`ok      ${name} (${took})`)
}
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
