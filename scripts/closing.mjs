const plain = (text) => text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')

/** What a runner's closing lines count: vitest's `Tests  1 failed | 2 passed (3)`, or our own `2 passed, 1 failed`. Null when it closed without any. */
export function closing(output) {
  const lines = plain(output).trimEnd().split('\n').reverse()
  const own = lines.map((line) => /^(\d+) passed, (\d+) failed$/.exec(line.trim())).find(Boolean)
  if (own) return { passed: Number(own[1]), failed: Number(own[2]) }
  const tests = lines.find((line) => /^\s*Tests\s+\d+ /.test(line))
  if (!tests) return null
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(tests)?.[1] ?? 0)
  const files = lines.find((line) => /^\s*Test Files\s+\d+ /.test(line)) ?? ''
  const errors = lines.find((line) => /^\s*Errors\s+\d+ /.test(line)) ?? ''
  const broken = Number(/(\d+) failed/.exec(files)?.[1] ?? 0) + Number(/(\d+) error/.exec(errors)?.[1] ?? 0)
  /** A file that fell before its first test counts no test, so it must not pass as none failed. */
  return { passed: count('passed'), failed: count('failed') || (broken ? 1 : 0) }
}
