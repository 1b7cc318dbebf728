import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface Job {
  event: unknown
  context: Record<string, unknown>
  keys: Record<string, string>
  keep: string[]
}

export interface Trouble {
  errorMessage: string
  errorType: string
  stackTrace?: string
}

export type Outcome = { json: string } | { failed: Trouble } | { timedOut: true }

export interface InstanceOptions {
  file: string
  size: number
  env: Record<string, string>
  timeLimitMs: number
  log: (text: string) => void
}

interface Instance {
  worker: Worker
  busy: boolean
  /** Called when the bundle is loaded and main runs: only then does its time count. */
  begin: (() => void) | undefined
  /** Settles the invocation that is running. */
  settle: ((outcome: Outcome) => void) | undefined
}

const WORKER = fileURLToPath(new URL('./function-worker.cjs', import.meta.url))

/** Warm instances of one function, each with its own process.env and one invocation at a time, as on the platform. */
export function openInstances({ file, size, env, timeLimitMs, log }: InstanceOptions) {
  const instances: Instance[] = []
  const waiting: (() => void)[] = []

  function start(): Instance {
    const worker = new Worker(WORKER, { env: { ...env }, workerData: { file }, stdout: true, stderr: true })
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (chunk) => log(String(chunk)))
    const instance: Instance = { worker, busy: false, begin: undefined, settle: undefined }
    worker.on('message', (message: { started: true } | Outcome) => {
      if ('started' in message) instance.begin?.()
      else instance.settle?.(message)
    })
    worker.on('error', (error) => {
      instance.settle?.({ failed: { errorMessage: String(error?.message ?? error), errorType: 'UnhandledFault' } })
      discard(instance)
    })
    worker.on('exit', (code) => {
      instance.settle?.({ failed: { errorMessage: `the instance ended with code ${code}`, errorType: 'Exit' } })
      discard(instance)
    })
    instances.push(instance)
    return instance
  }

  function discard(instance: Instance): void {
    const at = instances.indexOf(instance)
    if (at >= 0) instances.splice(at, 1)
  }

  /** The instance used last comes first, so that calls one after another share one warm instance. */
  async function take(): Promise<Instance> {
    for (;;) {
      const free = instances.find(({ busy }) => !busy) ?? (instances.length < size ? start() : undefined)
      if (free) {
        free.busy = true
        discard(free)
        instances.unshift(free)
        return free
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  async function run(job: Job): Promise<Outcome> {
    const instance = await take()
    let timer: NodeJS.Timeout | undefined
    const outcome = await new Promise<Outcome>((resolve) => {
      instance.settle = resolve
      instance.begin = () => {
        timer = setTimeout(() => {
          resolve({ timedOut: true })
          void instance.worker.terminate()
        }, timeLimitMs)
      }
      instance.worker.postMessage(job)
    })
    clearTimeout(timer)
    instance.settle = undefined
    instance.busy = false
    if ('timedOut' in outcome) discard(instance)
    waiting.shift()?.()
    return outcome
  }

  return {
    run,
    warm: () => instances.length,
    async close(): Promise<void> {
      await Promise.all([...instances].map(({ worker }) => worker.terminate()))
    },
  }
}
