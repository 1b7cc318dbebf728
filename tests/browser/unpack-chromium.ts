import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LOCK = path.join(tmpdir(), 'unpack-chromium.lock')

/** The packaged Chromium unpacked once per machine; a second test process waits instead of running a half-written file. */
export async function unpackChromium(): Promise<string> {
  while (!take()) await pause(100)
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function take(): boolean {
  try {
    mkdirSync(LOCK)
    writeFileSync(path.join(LOCK, 'pid'), String(process.pid))
    return true
  } catch {
    if (ownerIsGone()) rmSync(LOCK, { recursive: true, force: true })
    return false
  }
}

function ownerIsGone(): boolean {
  try {
    process.kill(Number(readFileSync(path.join(LOCK, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
