import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

const sourceFiles = (folder, under) =>
  !existsSync(join(folder, under))
    ? []
    : readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
        const path = `${under}/${entry.name}`
        if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(folder, path)
        return /\.tsx?$/.test(entry.name) ? [path] : []
      })

/** What a source imports, in whichever way TypeScript has, and whether only for its types. */
export function importsOf(file, source) {
  const { module } = parseSync(file, source)
  const onlyTypes = (entries) => entries.length > 0 && entries.every((entry) => entry.isType)
  const imported = module.staticImports.map(({ entries, moduleRequest }) => ({
    specifier: moduleRequest.value,
    typeOnly: onlyTypes(entries),
  }))
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ specifier: entry.moduleRequest.value, typeOnly: entry.isType })),
  )
  const loaded = new Set(
    module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  )
  const inline = [...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, specifier]) => ({
    specifier,
    typeOnly: !loaded.has(specifier),
  }))
  return [...imported, ...exported, ...inline]
}

const isFile = (path) => existsSync(path) && statSync(path).isFile()

function resolve(folder, file, specifier) {
  if (!specifier.startsWith('.')) return `node_modules/${specifier}`
  const bare = posix.join(posix.dirname(file), specifier)
  const tries = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}.d.ts`, `${bare}/index.ts`, `${bare}/index.tsx`]
  return tries.find((path) => isFile(join(folder, path))) ?? bare
}

/** Every file of the rooms with what it imports, resolved. */
export function importGraph(folder) {
  const files = ['src', 'cloudfunctions', 'tests'].flatMap((room) => sourceFiles(folder, room))
  return new Map(
    files.map((file) => [
      file,
      importsOf(file, readFileSync(join(folder, file), 'utf8')).map(({ specifier, typeOnly }) => ({
        target: resolve(folder, file, specifier),
        typeOnly,
      })),
    ]),
  )
}
