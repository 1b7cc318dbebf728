import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const living = new Set()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
let ended = null

const passOn = (signal) => {
  ended = signal
  process.exitCode = 1
  for (const child of living) child.kill(signal)
}

/** The signal this program was asked to end with, once it was: nothing new should be started then. */
export const interrupted = () => ended

/** Starts a Node program; a signal to us reaches it, and only while something runs are signals ours to answer. */
export function startNode(args, { env = {}, cwd = root, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio })
  if (!living.size) for (const signal of signals) process.on(signal, passOn)
  living.add(child)
  const ending = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  }).finally(() => {
    living.delete(child)
    if (!living.size) for (const signal of signals) process.off(signal, passOn)
  })
  return { child, ending }
}

/** Runs a Node program to its end and gives its exit code and everything it said. */
export async function runNode(args, options = {}) {
  const { child, ending } = startNode(args, options)
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = await ending
  return { code, output: Buffer.concat(said).toString('utf8') }
}

/** Runs a Node program on this terminal and gives its exit code. */
export const runNodeHere = (args, options = {}) => startNode(args, { ...options, stdio: 'inherit' }).ending
