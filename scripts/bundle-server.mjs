import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { inRoot } from './root.mjs'

/** How the server becomes one file; packages stay in node_modules. */
export const serverBundle = (to) => ({
  entryPoints: [inRoot('src/server/index.ts')],
  outfile: `${to}/index.js`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
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
