import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { interrupted, runNode } from './child.mjs'
import { fingerprint } from './fingerprint.mjs'
import { readable } from './quiet.mjs'
import { inRoot, root } from './root.mjs'
import { targets } from './targets.mjs'
import { takeTurn } from './turn.mjs'

const record = (name) => inRoot('dist/.built', `${name}.json`)
const log = (name) => inRoot('dist/.built', `${name}.log`)
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const hashOf = (name) => {
  const { reads, run, env } = targets[name]
  const browsers = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).browserslist
  const how = run.map((word) => word.replace(root, '.'))
  const cloudEnv = process.env.XINYI_CLOUD_ENV ?? ''
  return fingerprint(reads, JSON.stringify({ browsers, how, env, cloudEnv }), process.versions.node.split('.')[0])
}

/** A watcher, or a hand, may have written there since. */
const madeBy = (name) => fingerprint([`dist/${targets[name].folder}`])

/** Whether what lies in `dist` was made from what lies in the tree now. */
export function isStale(name) {
  if (!existsSync(record(name)) || targets[name].makes.some((file) => !existsSync(inRoot(file)))) return true
  const built = JSON.parse(readFileSync(record(name), 'utf8'))
  return built.from !== hashOf(name) || built.to !== madeBy(name)
}

async function buildOne(name) {
  const { run, env } = targets[name]
  const began = performance.now()
  const from = hashOf(name)
  rmSync(record(name), { force: true })
  rmSync(inRoot('dist', targets[name].folder), { recursive: true, force: true })
  console.log(`build ${name} …`)
  const { code, output } = await runNode(run, { env })
  writeFileSync(log(name), output)
  const missing = targets[name].makes.filter((file) => !existsSync(inRoot(file)))
  const broken = targets[name].brokenWhenItSays?.test(output) ?? false
  if (code === 0 && !missing.length && !broken) {
    writeFileSync(record(name), JSON.stringify({ from, to: madeBy(name) }))
    console.log(`build ${name} done in ${seconds(began)}`)
    return true
  }
  if (interrupted()) return false
  console.error(readable(output))
  if (missing.length) console.error(`${missing.join(', ')} was not made`)
  console.error(`build ${name} failed after ${seconds(began)} (dist/.built/${name}.log)`)
  return false
}

/** Builds the named targets, or only those among them that are stale. Gives the names that failed. */
export async function build(names, { stale = false } = {}) {
  if (/taro/i.test(root))
    throw new Error(`The folder's path must not contain "taro", or Taro would compile all of node_modules: ${root}`)
  mkdirSync(inRoot('dist/.built'), { recursive: true })
  const endTurn = await takeTurn((pid) => console.log(`build: waiting for another build (process ${pid})`))
  try {
    const wanted = stale ? names.filter(isStale) : names
    if (!wanted.length) console.log(`build: ${names.join(', ')} up to date`)
    const lanes = new Set(wanted.map((name) => targets[name].lane))
    const failed = []
    await Promise.all(
      [...lanes].map(async (lane) => {
        for (const name of wanted.filter((each) => targets[each].lane === lane))
          if (interrupted() || !(await buildOne(name))) failed.push(name)
      }),
    )
    return failed
  } finally {
    endTurn()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const words = process.argv.slice(2)
  const names = words.filter((word) => !word.startsWith('--'))
  const unknown = [...names.filter((name) => !(name in targets)), ...words.filter((word) => /^--(?!stale$)/.test(word))]
  if (unknown.length) {
    console.error(
      `Unknown: ${unknown.join(', ')}. Usage: npm run build -- [--stale] [${Object.keys(targets).join(' | ')}]`,
    )
    process.exit(2)
  }
  const failed = await build(names.length ? names : Object.keys(targets), { stale: words.includes('--stale') })
  if (failed.length) process.exitCode = 1
}
