import type { Check } from './check'
import { total } from './sizes'

const MB = 1024 * 1024
/** WeChat: 2 MB a package, 30 MB in all; the pages of one package may preload 2 MB together. */
const PACKAGE_LIMIT = 2 * MB
const TOTAL_LIMIT = 30 * MB
const PRELOAD_LIMIT = 2 * MB

const inMb = (bytes: number) => `${(bytes / MB).toFixed(2)} MB`

const everyPageIsBuilt: Check = {
  says: 'A page in app.json has no file',
  level: 'error',
  find: (dist) =>
    dist.pages.flatMap((page) => ['.js', '.wxml', '.json'].map((end) => page + end)).filter((file) => !dist.has(file)),
}

const packagesAreSmall: Check = {
  says: 'A package is over 2 MB',
  level: 'error',
  find: (_dist, sizes) =>
    Object.entries(sizes)
      .filter(([, bytes]) => bytes > PACKAGE_LIMIT)
      .map(([name, bytes]) => `${name} is ${inMb(bytes)}`),
}

const allIsSmall: Check = {
  says: 'All packages together are over 30 MB',
  level: 'error',
  find: (_dist, sizes) => (total(sizes) > TOTAL_LIMIT ? [inMb(total(sizes))] : []),
}

const codeIsInjectedOnDemand: Check = {
  says: 'app.json must say "lazyCodeLoading": "requiredComponents"',
  level: 'error',
  find: ({ app }) => (app.lazyCodeLoading === 'requiredComponents' ? [] : [String(app.lazyCodeLoading)]),
}

const sitemapIsThere: Check = {
  says: 'Without a sitemap WeChat indexes every page',
  level: 'error',
  find: (dist) => {
    const file = dist.app.sitemapLocation
    if (!file) return ['app.json has no sitemapLocation']
    return dist.has(file) ? [] : [`${file} is missing`]
  },
}

const preloadedPackagesExist: Check = {
  says: 'preloadRule names what is not there',
  level: 'error',
  find: (dist) => {
    const known = ['__APP__', ...dist.subPackages.flatMap((sub) => [sub.root, sub.name ?? sub.root])]
    return Object.entries(dist.app.preloadRule ?? {}).flatMap(([page, rule]) => [
      ...(dist.pages.includes(page) ? [] : [`the page ${page}`]),
      ...rule.packages.filter((name) => !known.includes(name)).map((name) => `the package ${name}`),
    ])
  },
}

const preloadFits: Check = {
  says: 'The pages of a package preload more than 2 MB',
  level: 'error',
  find: (dist, sizes) => {
    const preloaded = new Map<string, Set<string>>()
    for (const [page, rule] of Object.entries(dist.app.preloadRule ?? {})) {
      const from = dist.packageOf(page)
      const roots = rule.packages.map((name) => dist.subPackages.find((sub) => sub.name === name)?.root ?? name)
      preloaded.set(from, new Set([...(preloaded.get(from) ?? []), ...roots]))
    }
    return [...preloaded].flatMap(([from, roots]) => {
      const bytes = [...roots].reduce((sum, root) => sum + (sizes[root === '__APP__' ? 'main' : root] ?? 0), 0)
      return bytes > PRELOAD_LIMIT ? [`${from} preloads ${inMb(bytes)}`] : []
    })
  },
}

export const appChecks = [
  everyPageIsBuilt,
  packagesAreSmall,
  allIsSmall,
  codeIsInjectedOnDemand,
  sitemapIsThere,
  preloadedPackagesExist,
  preloadFits,
]
