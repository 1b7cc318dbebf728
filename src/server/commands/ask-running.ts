import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { controlFileOf } from './control'
import type { Asked } from './run'

const NOBODY_THERE = ['ENOENT', 'ECONNREFUSED', 'EACCES', 'EPERM', 'ENOTSOCK']

/** Lets the server that holds this folder do it, and tells what it says. Gives the exit code; undefined when it cannot be asked. */
export async function askRunning(
  dataDir: string,
  asked: Asked,
  say: (line: string) => void,
): Promise<number | undefined> {
  try {
    return await askAt(readFileSync(controlFileOf(dataDir), 'utf8'), asked, say)
  } catch (error) {
    if (NOBODY_THERE.includes(String((error as NodeJS.ErrnoException).code))) return undefined
    throw error
  }
}

async function askAt(address: string, asked: Asked, say: (line: string) => void): Promise<number> {
  const socket = connect(address)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.write(`${JSON.stringify(asked)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const told = JSON.parse(line) as { say: string } | { exit: number }
    if ('exit' in told) return told.exit
    say(told.say)
  }
  say('The server ended before it had finished.')
  return 1
}
