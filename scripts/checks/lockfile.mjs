import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Addresses a lock file must not hold: it would tie every machine to the registry of one. */
export function addresses(lock) {
  return Object.entries(JSON.parse(lock).packages).flatMap(([name, entry]) =>
    entry.resolved && !entry.link ? [`${name || 'the root'} is tied to an address by \`resolved\``] : [],
  )
}

/** Whether `npm ci` would accept package.json and the lock together, tried beside the tree so that nothing here is touched. */
export function disagreement(root) {
  const folder = mkdtempSync(join(tmpdir(), 'xinyi-lock-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      if (existsSync(join(root, file))) copyFileSync(join(root, file), join(folder, file))
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['ci', '--dry-run', '--prefer-offline', '--fetch-retries=1', '--loglevel=error'],
      {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    )
    return status === 0 ? [] : [`npm ci would refuse: ${`${stdout}\n${stderr}`.trim().slice(0, 2000)}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const readLock = (root) => readFileSync(join(root, 'package-lock.json'), 'utf8')
