import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inRoot } from './root.mjs'

/** The list that everything stored is declared in, from the source as it stands now. */
export async function loadDeclarations() {
  const file = join(tmpdir(), `xinyi-inventory-${process.pid}.cjs`)
  try {
    await build({
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      tsconfig: inRoot('tsconfig.json'),
      logLevel: 'warning',
      entryPoints: [inRoot('cloudfunctions/people/inventory.ts')],
      outfile: file,
    })
    const { declarations } = createRequire(import.meta.url)(file)
    if (!declarations.length) throw new Error('cloudfunctions/people/inventory.ts declares no collection')
    return declarations
  } finally {
    rmSync(file, { force: true })
  }
}
