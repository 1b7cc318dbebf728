import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Dist } from './read-dist'

const run = promisify(execFile)
const HERE = path.dirname(fileURLToPath(import.meta.url))
const COMPILERS = path.join(
  path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')),
  'bin',
  { darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'linux',
)

type Report = { errors: string[]; warnings: string[]; uploaded: Record<string, number> | undefined }

/** WeChat's schemas, upload compiler, analyser and quality check, without a network and with a key made for the moment. */
export async function runUploader(dist: Dist): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-gate-'))
  try {
    const report = path.join(folder, 'report.json')
    await run(process.execPath, [path.join(HERE, 'wechat-tools.mjs'), dist.root, report], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, NODE_OPTIONS: `--require "${path.join(HERE, 'offline.cjs')}"` },
    })
    return JSON.parse(readFileSync(report, 'utf8')) as Report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What WeChat's template and style compilers say against the files. */
export async function runCompilers(dist: Dist): Promise<string[]> {
  return [
    ...(await compilerErrors(dist, 'wcc', ['-d'], dist.withEnding('.wxml', '.wxs'))),
    ...(await compilerErrors(dist, 'wcsc', ['-lc', '-js'], dist.withEnding('.wxss'))),
  ]
}

/**
 * A compiler that refuses a file says so on stderr and ends with a code; one that does not start is a fault. npm unpacks it
 * without leave to run, which its install script would have given: a copy of our own has it.
 */
async function compilerErrors(dist: Dist, name: string, flags: string[], files: string[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-compiler-'))
  const compiler = path.join(folder, name)
  copyFileSync(path.join(COMPILERS, name), compiler)
  chmodSync(compiler, 0o755)
  const sources = files.map((file) => `./${file}`)
  const options = { cwd: dist.root, maxBuffer: 256 * 1024 * 1024 }
  return run(compiler, [...flags, ...sources], options)
    .then(
      () => [],
      (error: { code?: unknown; stderr?: string }) => {
        if (typeof error.code !== 'number') throw error
        return [`${name}: ${error.stderr?.trim()}`]
      },
    )
    .finally(() => rmSync(folder, { recursive: true, force: true }))
}
