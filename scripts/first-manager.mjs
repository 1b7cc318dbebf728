import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { inRoot } from './root.mjs'

const [login, name, address, folder = 'dist/first-manager'] = process.argv.slice(2)
if (!login || !name || !URL.canParse(address ?? '')) {
  console.error('Usage: node scripts/first-manager.mjs <login> <name> <address of the console> [folder]')
  console.error('Such as: node scripts/first-manager.mjs wangjianguo 王建国 https://console.example.cn')
  process.exit(2)
}

/** The product's own rules make the documents, so that what is imported is what the functions read. */
async function firstManager() {
  const file = join(tmpdir(), `xinyi-first-manager-${process.pid}.cjs`)
  const entry = inRoot('cloudfunctions/_kit/platform/first-manager.ts')
  try {
    const bundle = {
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      tsconfig: inRoot('tsconfig.json'),
    }
    await build({ ...bundle, entryPoints: [entry], outfile: file, logLevel: 'warning' })
    return createRequire(import.meta.url)(file).firstManager(login, name, new Date())
  } finally {
    rmSync(file, { force: true })
  }
}

try {
  const { code, expiresAt, lines } = await firstManager()
  mkdirSync(folder, { recursive: true })
  console.log('Import each file into its collection, as JSON, in the mode that inserts:')
  for (const [collection, line] of Object.entries(lines)) {
    const file = resolve(folder, `${collection}.json`)
    writeFileSync(file, line, { mode: 0o600 })
    console.log(`  ${collection}: ${file}`)
  }
  console.log(`Then hand this link to ${name} in person. It works once, until ${expiresAt}, and is nowhere else:`)
  console.log(`  ${new URL(`/admin/#/join/${code}`, address)}`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
