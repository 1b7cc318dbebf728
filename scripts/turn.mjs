import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from './root.mjs'

const file = inRoot('dist/.built/turn')

const alive = (pid) => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const holder = () => {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** The file appears with its content or not at all: a link is one step, a write is two. */
const claim = () => {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine)
  }
}

/** Lets one build at a time write to `dist`; the turn of a process that died is taken over. Gives back how to end the turn. */
export async function takeTurn(onWait) {
  mkdirSync(inRoot('dist/.built'), { recursive: true })
  let told = false
  while (!claim()) {
    const pid = holder()
    if (pid === null) continue
    if (!alive(pid)) {
      rmSync(file, { force: true })
      continue
    }
    if (!told) onWait(pid)
    told = true
    await pause(200)
  }
  return () => rmSync(file, { force: true })
}
