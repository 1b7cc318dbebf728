const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `心驿 needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
const { existsSync } = await import('node:fs')
if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  console.error('The packages are not installed yet: run `npm ci` first, then `npm start`.')
  process.exit(1)
}

const { build } = await import('./build.mjs')
const failed = await build(['h5', 'admin', 'server'], { stale: true })
if (failed.length) process.exit(1)

process.env.NODE_ENV ??= 'production'
await import('../dist/server/index.js')
