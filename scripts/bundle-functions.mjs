import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { loadDeclarations } from './declarations.mjs'
import { inRoot } from './root.mjs'

const from = inRoot('cloudfunctions')
const to = inRoot('dist/cloudfunctions')
const bundle = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  tsconfig: inRoot('tsconfig.json'),
  logLevel: 'warning',
}

/** Each function is uploaded alone, so each is one file with its SDK inside; names stay readable in the logs. */
async function bundleFunction(name) {
  const folder = join(to, name)
  mkdirSync(folder, { recursive: true })
  await build({
    ...bundle,
    entryPoints: [join(from, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    minify: true,
    keepNames: true,
  })
  const config = join(from, name, 'config.json')
  if (existsSync(config)) copyFileSync(config, join(folder, 'config.json'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, main: 'index.js' }, null, 2)}\n`)
  const extra = readdirSync(folder).filter((file) => !['index.js', 'config.json', 'package.json'].includes(file))
  if (extra.length) throw new Error(`${name}: ${extra.join(', ')} would be uploaded with it`)
}

/** The declarations, as the cloud's own index API takes them (`create_indexes` of tcb/updateindex); `_id` breaks ties. */
async function provision() {
  const key = (name) => ({ name, direction: '1' })
  const collections = (await loadDeclarations()).map(({ name, about, indexes }) => ({
    name,
    about,
    acl: 'ADMINONLY',
    create_indexes: Object.entries(indexes).map(([index, fields]) => ({
      name: index,
      unique: false,
      keys: [...fields, '_id'].map(key),
    })),
  }))
  writeFileSync(join(to, 'provision.json'), `${JSON.stringify({ collections }, null, 2)}\n`)
}

rmSync(to, { recursive: true, force: true })
const names = readdirSync(from, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)
try {
  await Promise.all(names.map(bundleFunction))
  await provision()
} catch (error) {
  /** What esbuild could not build it has told already, with the line. */
  if (!Array.isArray(error.errors)) throw error
  process.exit(1)
}
