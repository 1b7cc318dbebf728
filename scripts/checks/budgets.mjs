import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const bytesOf = (files) => files.reduce((sum, file) => sum + readFileSync(file).length, 0)
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The packages a phone downloads: `main`, and each subpackage by its root. */
export function weappPackages(dist) {
  const { subPackages = [], subpackages = [] } = json(join(dist, 'app.json'))
  const files = filesIn(dist)
  const roots = [...subPackages, ...subpackages].map(({ root }) => root.replace(/\/$/, ''))
  const under = (root) => files.filter((file) => file.startsWith(join(dist, root, '/')))
  const inAny = new Set(roots.flatMap(under))
  return [
    { name: 'main', bytes: bytesOf(files.filter((file) => !inAny.has(file))) },
    ...roots.map((root) => ({ name: root, bytes: bytesOf(under(root)) })),
  ]
}

/** What a browser must have before the first page shows: the scripts and styles its HTML names, gzipped. */
export function entryGzip(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)=["']?([^"'\s>]+\.(?:js|css))/g)].map(
    ([, path]) => path,
  )
  const local = [...new Set(named)].map((path) => path.replace(/^(?:\.\/|\/admin\/|\/)/, ''))
  if (!local.some((path) => path.endsWith('.js'))) throw new Error(`${dist}/index.html names no script`)
  return local.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0)
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

/** Everything that weighs more, or carries something other, than `config/budgets.json` allows; `told` gets every weight. */
export function overBudget(root, told = () => {}) {
  const budgets = json(join(root, 'config/budgets.json'))
  const dist = (...parts) => join(root, 'dist', ...parts)
  const weighed = [
    ...weappPackages(dist('weapp')).map(({ name, bytes }) => ({
      what: `weapp ${name}`,
      bytes,
      most: name === 'main' ? budgets.weapp.main : budgets.weapp.package,
    })),
    { what: 'h5 entry, gzipped', bytes: entryGzip(dist('h5')), most: budgets.h5.entryGzip },
    { what: 'admin entry, gzipped', bytes: entryGzip(dist('admin')), most: budgets.admin.entryGzip },
    ...readdirSync(dist('cloudfunctions'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        what: `function ${name}`,
        bytes: bytesOf([dist('cloudfunctions', name, 'index.js')]),
        most: budgets.functions.bundle,
      })),
  ]
  for (const { what, bytes, most } of weighed) told(`${what}: ${kilobytes(bytes)} of ${kilobytes(most)}`)
  const heavy = weighed
    .filter(({ bytes, most }) => bytes > most)
    .map(({ what, bytes, most }) => `${what} weighs ${kilobytes(bytes)}, allowed are ${kilobytes(most)}`)
  const carried = Object.entries(budgets.never).flatMap(([target, signs]) =>
    filesIn(dist(target))
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8')
        return signs.filter((sign) => text.includes(sign)).map((sign) => `${file} carries a schema library (${sign})`)
      }),
  )
  return [...heavy, ...carried]
}
