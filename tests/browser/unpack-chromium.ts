import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemHasFont } from './chinese-font'

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

/** On a machine without any font Chromium draws no text, not even in a font it downloads: the package brings one. */
export function unpackedFonts(): Record<string, string> {
  return systemHasFont(':') ? {} : { FONTCONFIG_FILE: path.join(tmpdir(), 'fonts/fonts.conf') }
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
