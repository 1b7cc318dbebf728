import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyWhole } from './file-copies'

export const anchorsIn = (filesDir: string) => join(filesDir, 'ledger-anchors')

const ifMissing =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value
    throw error
  }

const numbersIn = async (folder: string) =>
  (await readdir(folder).catch(ifMissing([] as string[]))).filter((name) => /^\d+$/.test(name)).map(Number)

const partIn = (folder: string, number: number) =>
  readFile(join(folder, String(number)), 'utf8').catch(ifMissing(undefined))

const isSame = async (number: number, from: string, to: string) =>
  (await partIn(from, number)) === (await partIn(to, number))

/** A copy of every part beside the backups. Each part holds the hash of the one before: where one is the same, all before are. */
export async function copyAnchors(from: string, to: string): Promise<number> {
  const newer: number[] = []
  for (const number of (await numbersIn(from)).sort((one, other) => other - one)) {
    if (await isSame(number, from, to)) break
    newer.unshift(number)
  }
  for (const number of newer) {
    await rm(join(to, String(number)), { force: true })
    await copyWhole(join(from, String(number)), join(to, String(number)))
  }
  return newer.length
}

/** What the copy has and the house has lost; nothing where the house has gone another way since, or further. */
export async function bringBackAnchors(from: string, to: string): Promise<number> {
  const last = Math.max(0, ...(await numbersIn(to)))
  if (last > 0 && !(await isSame(last, from, to))) return 0
  const lost = (await numbersIn(from)).filter((number) => number > last).sort((one, other) => one - other)
  for (const number of lost) await copyWhole(join(from, String(number)), join(to, String(number)))
  return lost.length
}
