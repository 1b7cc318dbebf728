import { boot } from './boot'
import { usedComponents } from './code-space'

const sheet = document.head.appendChild(document.createElement('style'))

/** Each page of WeChat lives in its own web view: only the sheets of the page on top are worn. */
export function wearStyles(route: string): void {
  const files = ['app', ...components(route, new Set()), route]
  sheet.textContent = files.map((file) => boot.styles[file] ?? '').join('\n')
}

function components(file: string, seen: Set<string>): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  return usedComponents(file).flatMap((used) => [...components(used, seen), used])
}
