import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const bundle = fileURLToPath(new URL('../../dist/server/index.js', import.meta.url))

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

export type ServerProcess = {
  url: string
  /** Resolves when the server says where it is; rejects with all it said when it ends before. */
  ready: Promise<string>
  /** SIGKILL, and the end of the process. */
  kill(): Promise<void>
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  ended: Promise<number | null>
  said(): string
}

/** The built server as `npm start` runs it, in a process of its own. */
export function startServer(dataDir: string, port: number, env: Record<string, string> = {}): ServerProcess {
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('/admin/')) resolve(output)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    ended.then(() => reject(new Error(`the server ended: ${output}`)))
  })
  ready.catch(() => undefined)
  return {
    url: `http://127.0.0.1:${port}`,
    ready,
    ended,
    said: () => output,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
