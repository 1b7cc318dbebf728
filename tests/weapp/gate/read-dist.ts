import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type SubPackage = { root: string; name?: string; pages: string[] }

export type AppJson = {
  pages?: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  preloadRule?: Record<string, { packages: string[] }>
  tabBar?: { list?: { iconPath?: string; selectedIconPath?: string }[] }
  lazyCodeLoading?: string
  sitemapLocation?: string
  usingComponents?: Record<string, string>
}

/** A built mini-program as its files and what app.json says about them. */
export type Dist = {
  root: string
  files: Map<string, Buffer>
  app: AppJson
  subPackages: SubPackage[]
  /** Every page, with the folder of its sub-package. */
  pages: string[]
  has(file: string): boolean
  text(file: string): string
  json(file: string): Record<string, unknown>
  withEnding(...endings: string[]): string[]
  /** The root of the sub-package a file belongs to, or `main`. */
  packageOf(file: string): string
}

export function readDist(root: string): Dist {
  const files = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file).split(path.sep).join('/'), readFileSync(file)] as const),
  )
  const text = (file: string) => files.get(file)?.toString('utf8') ?? ''
  const json = (file: string) => JSON.parse(text(file) || '{}') as Record<string, unknown>
  const app = json('app.json') as AppJson
  const subPackages = (app.subPackages ?? app.subpackages ?? []).map((sub) => ({
    ...sub,
    root: sub.root.replace(/\/$/, ''),
  }))
  return {
    root,
    files,
    app,
    subPackages,
    pages: [...(app.pages ?? []), ...subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))],
    has: (file) => files.has(file),
    text,
    json,
    withEnding: (...endings) => [...files.keys()].filter((file) => endings.some((ending) => file.endsWith(ending))),
    packageOf: (file) => subPackages.find((sub) => file.startsWith(`${sub.root}/`))?.root ?? 'main',
  }
}
