import { build } from 'esbuild'
import { prepareServerFolder, serverBundle } from './bundle-server.mjs'
import { runNodeHere } from './child.mjs'
import { inRoot } from './root.mjs'

/** Numbers for people to read; no test waits for them. The server runs in a process of its own, bundled as `npm start` has it. */
const to = inRoot('dist/bench')
prepareServerFolder(to)
const { outfile, sourcemap, ...bundle } = serverBundle(to)
const benches = ['bench', 'import', 'submit', 'book', 'send', 'help', 'slots', 'sign-up']
const asked = process.argv.slice(2).filter((name) => benches.includes(name))
await build({
  ...bundle,
  external: [...bundle.external, 'playwright-core', '@sparticuz/chromium'],
  entryPoints: Object.fromEntries([...benches, 'serve'].map((name) => [name, inRoot(`tests/bench/${name}.ts`)])),
  outdir: to,
})
for (const name of asked.length > 0 ? asked : benches) process.exitCode ||= await runNodeHere([`${to}/${name}.js`])
