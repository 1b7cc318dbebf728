import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { inRoot } from './root.mjs'

const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))

/** How the server, and the commands for those who look after it, become one file each. Packages stay in node_modules, but for dayjs: Node cannot find its plugins by the name bundlers know. */
export const serverBundle = (to) => ({
  entryPoints: { index: inRoot('src/server/index.ts'), operate: inRoot('src/server/operate.ts') },
  outdir: to,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: Object.keys(dependencies).filter((name) => name !== 'dayjs'),
  sourcemap: 'linked',
  tsconfig: inRoot('tsconfig.json'),
  logLevel: 'warning',
})

/** An empty folder for the server, with the media of its seed beside where the bundle will be. */
export function prepareServerFolder(to) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  writeFileSync(`${to}/package.json`, '{ "type": "module" }\n')
  const media = inRoot('src/server/seed/media')
  if (existsSync(media)) cpSync(media, `${to}/media`, { recursive: true })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const to = inRoot('dist/server')
  prepareServerFolder(to)
  await build(serverBundle(to))
}
