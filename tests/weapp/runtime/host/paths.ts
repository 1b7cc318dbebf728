/** Where a path written in `file` leads, from the root of the mini-program and without a leading slash. */
export function pathFrom(file: string, target: string): string {
  const parts = target.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** A page address in parts; like WeChat it leaves the values of the query encoded. */
export function parseAddress(
  address: string,
  from: string | undefined,
): { route: string; query: Record<string, string> } {
  const [target = '', search = ''] = address.split('?')
  const pairs = search.split('&').filter(Boolean)
  return {
    route: pathFrom(from ?? '', target),
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')])),
  }
}
