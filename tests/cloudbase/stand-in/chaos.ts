import { setTimeout as wait } from 'node:timers/promises'
import { conflict, failure } from './failures'

export type LossKind = 'drop' | '500'

export interface ChaosSettings {
  seed: number
  /** Probability that a write inside a transaction fails with the conflict code. */
  conflictAtOperation: number
  /** Probability that a commit fails with the conflict code. */
  conflictAtCommit: number
  latencyMs: [least: number, most: number]
  /** Probability that an operation is carried out and its answer lost. */
  lostResponse: number
  lostResponseActions: string[]
  lostResponseKind: LossKind
  /** What an update that changes nothing counts as: unknown of the platform, so a product must bear both. */
  identicalUpdateCounts: 0 | 1
  duplicateCode: 'DATABASE_REQUEST_FAILED' | 'DATABASE_DUPLICATE_WRITE'
}

const CALM: ChaosSettings = {
  seed: 1,
  conflictAtOperation: 0,
  conflictAtCommit: 0,
  latencyMs: [0, 0],
  lostResponse: 0,
  lostResponseActions: [],
  lostResponseKind: 'drop',
  identicalUpdateCounts: 1,
  duplicateCode: 'DATABASE_REQUEST_FAILED',
}

/** Mulberry32: the same seed gives the same run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function openChaos() {
  let settings = { ...CALM }
  let random = randomFrom(settings.seed)
  let failures: { action: string; code: string; message: string }[] = []
  let losses: { action: string; kind: LossKind }[] = []

  function takeFirst<T extends { action: string }>(list: T[], action: string): T | undefined {
    const at = list.findIndex((entry) => entry.action === action)
    return at < 0 ? undefined : list.splice(at, 1)[0]
  }

  return {
    /** Changes the named switches; naming a seed starts its sequence anew. */
    set(changes: Partial<ChaosSettings>) {
      settings = { ...settings, ...changes }
      if (changes.seed !== undefined) random = randomFrom(changes.seed)
    },
    calm() {
      settings = { ...CALM }
      random = randomFrom(settings.seed)
      failures = []
      losses = []
    },
    /** The next call of this action fails before it is carried out. */
    failNext(action: string, code = 'SYS_ERR', message = 'injected by the stand-in') {
      failures.push({ action, code, message })
    },
    /** The next call of this action is carried out, but its answer is lost. */
    loseNext(action: string, kind: LossKind = 'drop') {
      losses.push({ action, kind })
    },
    get settings(): Readonly<ChaosSettings> {
      return settings
    },
    async before(action: string, writesInTransaction: boolean): Promise<void> {
      const [least, most] = settings.latencyMs
      if (most > 0) await wait(least + random() * (most - least))
      const planned = takeFirst(failures, action)
      if (planned) throw failure(planned.code, planned.message)
      if (writesInTransaction && settings.conflictAtOperation > 0 && random() < settings.conflictAtOperation)
        throw conflict()
      const commits = action === 'database.commitTransaction'
      if (commits && settings.conflictAtCommit > 0 && random() < settings.conflictAtCommit) throw conflict()
    },
    loses(action: string): LossKind | undefined {
      const planned = takeFirst(losses, action)
      if (planned) return planned.kind
      const meant = settings.lostResponseActions.length === 0 || settings.lostResponseActions.includes(action)
      if (settings.lostResponse > 0 && meant && random() < settings.lostResponse) return settings.lostResponseKind
      return undefined
    },
  }
}
