import { build } from './build.mjs'
import { startNode } from './child.mjs'
import { closing } from './closing.mjs'
import { tools } from './root.mjs'
import { targets } from './targets.mjs'

const failed = await build(Object.keys(targets), { stale: true })
if (failed.length) process.exit(1)

const { child, ending } = startNode([tools.vitest, 'run', ...process.argv.slice(2)], {
  env: { NODE_ENV: 'test', SOAK: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const said = []
child.stdout.on('data', (chunk) => {
  said.push(chunk)
  process.stdout.write(chunk)
})
const code = await ending
const counts = closing(Buffer.concat(said).toString('utf8'))
if (!counts) console.error('soak: the runner closed without counting any test')
else console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = code || !counts ? 1 : 0
