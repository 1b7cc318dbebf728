import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openServer } from '../../src/server/server'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder as the first start of a server leaves it. */
    seededFolder: string
  }
}

/** A database is made and seeded once for all files: each copies its folder, which takes a tenth of the time. */
export default async function seedOnce(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'seeded-'))
  const server = await openServer({ dataDir: folder, port: 0, clock: false, links: false })
  await server.close()
  project.provide('seededFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}

/** A data folder of one's own, as the first start leaves it. */
export async function copyOf(seeded: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'))
  await cp(seeded, folder, { recursive: true })
  return folder
}
