import type { Dist } from './read-dist'
import type { Sizes } from './sizes'

/** One rule: what is wrong when it finds something, and how to find it. */
export type Check = {
  says: string
  level: 'error' | 'warning'
  find(dist: Dist, sizes: Sizes): string[]
}

export function findings(checks: Check[], level: Check['level'], dist: Dist, sizes: Sizes): string[] {
  return checks
    .filter((check) => check.level === level)
    .flatMap((check) => check.find(dist, sizes).map((found) => `${check.says}: ${found}`))
}
