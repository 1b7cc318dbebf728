import { context } from 'esbuild'
import { prepareServerFolder, serverBundle } from './bundle-server.mjs'
import { interrupted, startNode } from './child.mjs'
import { withoutProgress } from './quiet.mjs'
import { inRoot, tools } from './root.mjs'

const words = process.argv.slice(2)
const unknown = words.filter((word) => word !== '--weapp')
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run dev [-- --weapp]`)
  process.exit(2)
}

const ports = { server: process.env.PORT ?? '8080', app: '8081', console: '8082' }
const env = { NODE_ENV: 'development', PORT: ports.server, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
const widest = 7

/** Starts a program whose every line is told with its name before it. */
function start(name, args, more = {}) {
  const { child, ending } = startNode(args, { env: { ...env, ...more } })
  const worth = args[0] === tools.taro ? withoutProgress() : (line) => line.trim()
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      const lines = (rest + chunk).split(/\r?\n/)
      rest = lines.pop()
      for (const line of lines) if (worth(line)) console.log(`${name.padEnd(widest)} | ${line}`)
    })
    stream.on('end', () => {
      if (worth(rest)) console.log(`${name.padEnd(widest)} | ${rest}`)
    })
  }
  return { child, ending }
}

const folder = inRoot('dist/dev-server')
let server = null

/** One process owns the data folder: the next server starts only when the last has ended. */
async function restartServer() {
  const last = server
  let ready
  server = new Promise((resolve) => {
    ready = resolve
  })
  const running = await last
  running?.child.kill('SIGTERM')
  await running?.ending
  ready(interrupted() ? null : start('server', ['--enable-source-maps', `${folder}/index.js`]))
}

prepareServerFolder(folder)
const bundler = await context({
  ...serverBundle(folder),
  plugins: [
    {
      name: 'restart',
      setup: ({ onEnd }) =>
        onEnd(({ errors }) => {
          if (!errors.length) return restartServer()
        }),
    },
  ],
})
await bundler.watch()

const others = [
  start('app', [tools.taro, 'build', '--type', 'h5', '--watch', '--port', ports.app], { XINYI_OUT: 'dist/dev-h5' }),
  start('console', [
    tools.vite,
    '--config',
    'config/admin.vite.ts',
    '--port',
    ports.console,
    '--strictPort',
    '--host',
    '127.0.0.1',
  ]),
]
if (words.includes('--weapp')) others.push(start('weapp', [tools.taro, 'build', '--type', 'weapp', '--watch']))

console.log(
  `app http://127.0.0.1:${ports.app}/ · console http://127.0.0.1:${ports.console}/admin/ · server http://127.0.0.1:${ports.server}/`,
)
const first = await Promise.race(others.map(({ ending }) => ending))
if (!interrupted()) {
  console.error(`One of the programs ended with ${first}; the others are being ended too.`)
  for (const { child } of others) child.kill('SIGTERM')
}
;(await server)?.child.kill('SIGTERM')
await bundler.dispose()
process.exitCode = interrupted() ? 0 : 1
