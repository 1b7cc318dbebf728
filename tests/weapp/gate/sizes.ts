import type { Dist } from './read-dist'

/** Bytes of the main package and of each sub-package by its root. */
export type Sizes = { main: number } & Record<string, number>

/** What an upload would weigh; `uploaded` are the files as WeChat's own compiler leaves them. */
export function measure(dist: Dist, uploaded: Record<string, number> | undefined): Sizes {
  const weights = uploaded ?? Object.fromEntries([...dist.files].map(([file, bytes]) => [file, bytes.length]))
  const sizes: Sizes = { main: 0, ...Object.fromEntries(dist.subPackages.map((sub) => [sub.root, 0])) }
  for (const [file, bytes] of Object.entries(weights)) {
    const owner = dist.packageOf(file)
    sizes[owner] = (sizes[owner] ?? 0) + bytes
  }
  return sizes
}

export function total(sizes: Sizes): number {
  return Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
}
