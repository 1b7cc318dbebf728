import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { daysLater } from '../../../src/domain/time'

/** The promise made in 隐私中心: what a person destroys is gone from the backups after so many days. */
export const KEY_DAYS = 7
export const DATA_DAYS = 30

/** `2026-11-22T19-08-45-123Z`: sorts by time, and any file system takes it. */
export const stampOf = (now: Date) => now.toISOString().replace(/[:.]/g, '-')

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)/

/** When whatever begins with a stamp was made; undefined for names that are none of ours. */
export function madeAt(name: string): Date | undefined {
  const [, hour, minute, second, rest] = STAMP.exec(name) ?? []
  return hour === undefined ? undefined : new Date(`${hour}:${minute}:${second}.${rest}`)
}

export const isOlder = (name: string, days: number, now: Date) => {
  const at = madeAt(name)
  return at !== undefined && at <= daysLater(now, -days)
}

/** Whose name still has this at its end was cut off while it was made. */
export const UNFINISHED = '.unfinished'

export const placesIn = (folder: string) => ({
  folder,
  keys: join(folder, 'keys'),
  files: join(folder, 'files'),
  destroyed: join(folder, 'destroyed-keys'),
  anchors: join(folder, 'ledger-anchors'),
  dump: (stamp: string) => join(folder, stamp),
  keysOf: (stamp: string) => join(folder, 'keys', `${stamp}.ndjson.gz`),
})

export type Places = ReturnType<typeof placesIn>

/** For their owner alone: what lies there is everything there is. */
export function makePlaces(folder: string): Places {
  const places = placesIn(folder)
  for (const each of [places.folder, places.keys, places.files, places.destroyed, places.anchors])
    mkdirSync(each, { recursive: true, mode: 0o700 })
  return places
}

export const DATA = 'data.ndjson.gz'
export const FILE_NAMES = 'files.txt'
export const MANIFEST = 'manifest.json'
