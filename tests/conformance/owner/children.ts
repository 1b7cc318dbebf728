import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Inside node_modules, where Node finds the packages that are left out of the bundle. */
const place = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

export type Child = {
  pid: number
  /** Everything the child has told so far. */
  told: string[]
  /** Resolves when the child has told this many lines, or has ended. */
  tells(lines: number): Promise<string[]>
  kill(): Promise<void>
}

/** Bundles `child.ts`, to be run as processes of their own. */
export async function openChildren() {
  const folder = mkdtempSync(join(place, '.owner-test-'))
  const outfile = join(folder, 'child.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('child.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const running = new Set<ChildProcess>()

  const start = (task: 'own' | 'open' | 'insert', data: string): Child => {
    const child = spawn(process.execPath, [outfile, task, data], { stdio: ['ignore', 'pipe', 'inherit'] })
    running.add(child)
    const ended = once(child, 'close').then(() => running.delete(child))
    const told: string[] = []
    let heard = () => {}
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      heard()
    })
    const tells = async (lines: number) => {
      const enough = new Promise<void>((resolve) => {
        heard = () => told.length >= lines && resolve()
        heard()
      })
      await Promise.race([enough, ended])
      return told
    }
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    return { pid: child.pid ?? 0, told, tells, kill }
  }

  const close = () => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return { start, close }
}
