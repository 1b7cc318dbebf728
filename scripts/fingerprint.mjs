import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const ours = (name) => !/\.test\.tsx?$/.test(name) && name !== 'node_modules' && name !== '.DS_Store'

/** Every file under a path, sorted, tests left out: no build reads them. */
export function filesUnder(path) {
  const whole = join(root, path)
  if (!existsSync(whole)) return []
  if (statSync(whole).isFile()) return [path]
  return readdirSync(whole, { withFileTypes: true })
    .filter((entry) => ours(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : entry.isFile() ? [`${path}/${entry.name}`] : [],
    )
}

/** One hash over the names and contents of everything a build reads. */
export function fingerprint(paths, ...also) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\n${file}\n`)
    hash.update(readFileSync(join(root, file)))
  }
  for (const word of also) hash.update(`\n${word}`)
  return hash.digest('hex')
}
