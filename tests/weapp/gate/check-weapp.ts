import path from 'node:path'
import { appChecks } from './app-checks'
import { findings } from './check'
import { readDist } from './read-dist'
import { runCompilers, runUploader } from './run-wechat-tools'
import { scriptChecks } from './script-checks'
import { measure, type Sizes, total } from './sizes'
import { wxmlChecks } from './wxml-checks'
import { wxssChecks } from './wxss-checks'

export type WeappReport = { errors: string[]; warnings: string[]; sizes: Sizes; total: number }

const OWN_CHECKS = [...appChecks, ...wxmlChecks, ...wxssChecks, ...scriptChecks]

/** Everything that can be said against a built mini-program without WeChat: its own offline tools first, then our rules. */
export async function checkWeapp(folder: string): Promise<WeappReport> {
  const dist = readDist(path.resolve(folder))
  if (!dist.has('app.json')) throw new Error(`${folder} holds no app.json: build the mini-program first.`)
  const uploader = await runUploader(dist)
  const sizes = measure(dist, uploader.uploaded)
  return {
    errors: [...uploader.errors, ...(await runCompilers(dist)), ...findings(OWN_CHECKS, 'error', dist, sizes)],
    warnings: [...uploader.warnings, ...findings(OWN_CHECKS, 'warning', dist, sizes)],
    sizes,
    total: total(sizes),
  }
}
