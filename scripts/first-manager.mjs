import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadSource } from './load-source.mjs'

const [login, name, address, folder = 'dist/first-manager'] = process.argv.slice(2)
if (!login || !name || !URL.canParse(address ?? '')) {
  console.error('Usage: node scripts/first-manager.mjs <login> <name> <address of the console> [folder]')
  console.error('Such as: node scripts/first-manager.mjs wangjianguo 王建国 https://console.example.cn')
  process.exit(2)
}

try {
  // The product's own rules make the documents, so that what is imported is what the functions read.
  const { firstManager } = await loadSource('cloudfunctions/_kit/platform/first-manager.ts')
  const { code, expiresAt, lines } = await firstManager(login, name, new Date())
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
