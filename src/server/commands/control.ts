import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { nanoid } from 'nanoid'
import { faultOf } from '../../../cloudfunctions/_kit/serve'
import { StartRefused } from '../start-refused'
import type { Around } from './around'
import { Asked, run } from './run'

/** Holds the address of the socket, for commands of the same user on the same machine. */
export const controlFileOf = (dataDir: string) => join(dataDir, 'control')

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, with the zero at its end. */
const LONGEST_ADDRESS = 100

/** A socket that only our own user can open; `remove` takes away what was made for it. */
function placeOf(dataDir: string): { address: string; remove: () => void } {
  if (process.platform === 'win32') return { address: `\\\\.\\pipe\\xinyi-${nanoid()}`, remove: () => {} }
  const beside = join(dataDir, 'control.sock')
  if (Buffer.byteLength(beside) <= LONGEST_ADDRESS) {
    rmSync(beside, { force: true })
    return { address: beside, remove: () => rmSync(beside, { force: true }) }
  }
  const folder = mkdtempSync(join(tmpdir(), 'xinyi-'))
  return { address: join(folder, 'control'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Control = { close(): Promise<void> }

/** Answers commands of this machine while this process holds the database. Nothing of it can be reached from a network. */
export async function openControl(dataDir: string, around: Omit<Around, 'say'>): Promise<Control> {
  const { address, remove } = placeOf(dataDir)
  const underWay = new Set<Promise<void>>()
  const server = createServer((socket) => {
    const answering = answer(socket, around).finally(() => underWay.delete(answering))
    underWay.add(answering)
  })
  const file = controlFileOf(dataDir)
  try {
    await listening(server, address)
    if (process.platform !== 'win32') chmodSync(address, 0o600)
    rmSync(file, { force: true })
    writeFileSync(file, address, { mode: 0o600 })
  } catch (error) {
    server.close()
    remove()
    throw error
  }
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all(underWay)
      await closed
      rmSync(file, { force: true })
      remove()
    },
  }
}

/** Made for its owner alone from the first moment: the mode of a socket is what the mask leaves of it. */
const listening = (server: Server, address: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const mask = process.umask(0o177)
    try {
      server.listen(address, resolve)
    } finally {
      process.umask(mask)
    }
  })

/** How long a command may take to say what it wants. */
const PATIENCE_MS = 10_000
const LONGEST_COMMAND = 16_384

/** One command a connection: a line that asks, lines that tell, and the exit code. Whoever hangs up does not stop it. */
async function answer(socket: Socket, around: Omit<Around, 'say'>): Promise<void> {
  socket.on('error', () => socket.destroy())
  const tell = (told: { say: string } | { exit: number }) => {
    if (socket.writable) socket.write(`${JSON.stringify(told)}\n`)
  }
  const line = await firstLine(socket)
  if (line === undefined) {
    socket.destroy()
    return
  }
  const say = (words: string) => tell({ say: words })
  try {
    tell({ exit: await run(Asked.parse(JSON.parse(line)), { ...around, say }) })
  } catch (error) {
    say(error instanceof StartRefused ? error.message : `It failed: ${faultOf(error)}`)
    tell({ exit: 1 })
  }
  socket.end()
}

const firstLine = (socket: Socket) =>
  new Promise<string | undefined>((resolve) => {
    let length = 0
    const lines = createInterface({ input: socket })
    const end = (line?: string) => {
      resolve(line)
      clearTimeout(timer)
      lines.close()
    }
    const timer = setTimeout(end, PATIENCE_MS)
    lines.once('line', end)
    lines.once('close', () => end())
    socket.on('data', (chunk) => {
      length += chunk.length
      if (length > LONGEST_COMMAND) end()
    })
  })
