import { build } from './build.mjs'
import { runNodeHere } from './child.mjs'
import { tools } from './root.mjs'
import { targets } from './targets.mjs'

const words = process.argv.slice(2)
const sources = ['unit', 'app', 'contract', 'journeys', 'architecture']
const projects = words.flatMap((word, at) =>
  word === '--project' ? [words[at + 1]] : word.startsWith('--project=') ? [word.slice('--project='.length)] : [],
)
const needsDist = !projects.length || projects.some((project) => !sources.includes(project))

const failed = needsDist ? await build(Object.keys(targets), { stale: true }) : []
if (failed.length) process.exit(1)
process.exitCode = await runNodeHere([tools.vitest, 'run', ...words], { env: { NODE_ENV: 'test' } })
