import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inRoot } from './root.mjs'

/**
 * What a file of the product's source exports, as it stands now. It is bundled into a new folder only we can enter: under a name
 * that can be foreseen, somebody else on the machine could put a file of theirs to be run.
 */
export async function loadSource(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'xinyi-source-'))
  const file = join(folder, 'bundle.cjs')
  try {
    await build({
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      tsconfig: inRoot('tsconfig.json'),
      logLevel: 'warning',
      entryPoints: [inRoot(entry)],
      outfile: file,
    })
    return createRequire(import.meta.url)(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
