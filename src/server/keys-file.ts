import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { generateKeys } from '../../cloudfunctions/_kit/keys'
import { type KeyRing, openRing } from './key-ring'
import { fsyncPath } from './postgres/durable-files'
import { StartRefused } from './start-refused'

export type OpenRing = KeyRing & { json(): string }

/** The environment's ring. Throws a `StartRefused` when it holds no keys. */
export const keysFrom = (json: string): OpenRing => readable(json, 'XINYI_KEYS')

export const keysFileOf = (dataDir: string) => join(dataDir, 'keys.json')

/**
 * The embedded deployment's own ring, readable by its owner alone, made before anything is stored. `hasData`: keys that
 * are gone while data is there must not be replaced unseen.
 */
export function keysIn(dataDir: string, hasData: boolean): OpenRing {
  const file = keysFileOf(dataDir)
  if (!existsSync(file)) {
    if (hasData)
      throw new StartRefused(
        `${file} is missing although there is data beside it. Put the file back from your backup, then start again.`,
      )
    writeOnce(file, generateKeys())
  }
  chmodSync(file, 0o600)
  return readable(readFileSync(file, 'utf8'), file, (json) => writeOver(file, json))
}

function readable(json: string, where: string, write?: (json: string) => void): OpenRing {
  try {
    return openRing(json, write)
  } catch {
    throw new StartRefused(`${where} does not hold valid keys. Nothing was started and nothing was changed.`)
  }
}

/** Whole or not there at all, whenever the power goes; of two who write at once the first stays. */
const writeOnce = (file: string, text: string) =>
  drafted(file, text, (draft) => {
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    rmSync(draft)
  })

/** The old ring or the new one, whenever the power goes. */
const writeOver = (file: string, text: string) =>
  drafted(file, text, (draft) => {
    renameSync(draft, file)
    if (process.platform !== 'win32') fsyncPath(join(file, '..'))
  })

function drafted(file: string, text: string, put: (draft: string) => void) {
  const draft = `${file}.${nanoid()}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  put(draft)
}
