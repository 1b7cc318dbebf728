import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const packages = [
  'zod',
  'dayjs',
  'chinese-days',
  'react',
  'wx-server-sdk',
  'pg',
  '@electric-sql/pglite',
  'hono',
  'nanoid',
]

/** A folder with the given files and empty packages to import, so that a rule can be seen to bite without breaking the real house. */
export function smallHouse(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'xinyi-house-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  write('package.json', JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) }))
  write('tsconfig.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }\n')
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
