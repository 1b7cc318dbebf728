import { build } from './build.mjs'
import { runNodeHere } from './child.mjs'
import { inRoot } from './root.mjs'

/** A command of the server's own, as it stands in the source: `backup`, `restore`, `rotate-keys`, `verify-ledger`, `link`. */
const failed = await build(['server'], { stale: true })
process.exitCode = failed.length
  ? 1
  : await runNodeHere([inRoot('dist/server/operate.js'), ...process.argv.slice(2)], { cwd: process.cwd() })
