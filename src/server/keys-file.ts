import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { generateKeys, type Keys, readKeys } from '../../cloudfunctions/_kit/keys'
import { StartRefused } from './start-refused'

/** The environment's keys. Throws a `StartRefused` when they are no keys. */
export const keysFrom = (json: string): Keys => readable(json, 'XINYI_KEYS')

/**
 * The embedded deployment's own keys, readable by their owner alone, made before anything is stored. `hasData`: keys that
 * are gone while data is there must not be replaced unseen.
 */
export function keysIn(dataDir: string, hasData: boolean): Keys {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    if (hasData)
      throw new StartRefused(
        `${file} is missing although there is data beside it. Put the file back from your backup, then start again.`,
      )
    writeOnce(file, generateKeys())
  }
  chmodSync(file, 0o600)
  return readable(readFileSync(file, 'utf8'), file)
}

function readable(json: string, where: string): Keys {
  try {
    return readKeys(json)
  } catch {
    throw new StartRefused(`${where} does not hold valid keys. Nothing was started and nothing was changed.`)
  }
}

/** Whole or not there at all, whenever the power goes; of two who write at once the first stays. */
function writeOnce(file: string, text: string) {
  const draft = `${file}.${nanoid()}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(draft)
  }
}
