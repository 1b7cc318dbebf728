import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { trackedFiles } from '../../scripts/checks/tracked-files.mjs'
import { loadDeclarations } from '../../scripts/declarations.mjs'
import { root } from '../../scripts/root.mjs'

const everybodys = mkdtempSync(join(tmpdir(), 'xinyi-everybodys-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(everybodys, { recursive: true })
})

it('source is loaded through no name that somebody else could have taken, and nothing of it stays', async () => {
  const theirs = join(everybodys, 'theirs')
  writeFileSync(theirs, 'untouched')
  symlinkSync(theirs, join(everybodys, `xinyi-inventory-${process.pid}.cjs`))
  const before = readdirSync(everybodys)
  vi.stubEnv('TMPDIR', everybodys)
  expect((await loadDeclarations()).map(({ name }: { name: string }) => name)).toContain('pieces')
  expect(readFileSync(theirs, 'utf8')).toBe('untouched')
  expect(readdirSync(everybodys)).toEqual(before)
})

it('no script uses a temporary file or folder that it did not make anew', () => {
  const fixed = trackedFiles(root)
    .filter((file) => file.startsWith('scripts/'))
    .filter((file) =>
      /(?<!mkdtemp(Sync)?\()join\(tmpdir\(\)|tmpdir\(\) *[+}]/.test(readFileSync(join(root, file), 'utf8')),
    )
  expect(fixed).toEqual([])
})
