import { build } from 'esbuild'
import { prepareServerFolder, serverBundle } from './bundle-server.mjs'
import { runNodeHere } from './child.mjs'
import { inRoot } from './root.mjs'

/** Numbers for people to read; no test waits for them. The server runs in a process of its own, bundled as `npm start` has it. */
const to = inRoot('dist/bench')
prepareServerFolder(to)
const { outfile, sourcemap, ...bundle } = serverBundle(to)
await build({
  ...bundle,
  entryPoints: { bench: inRoot('tests/bench/bench.ts'), serve: inRoot('tests/bench/serve.ts') },
  outdir: to,
})
process.exitCode = await runNodeHere([`${to}/bench.js`])
