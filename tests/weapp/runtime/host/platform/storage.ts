import { boot } from '../boot'
import { refusal, settle } from './settle'

/** WeChat keeps at most 1 MB under a key and 10 MB in all. */
const LARGEST_VALUE = 1024 * 1024
const LARGEST_TOTAL = 10 * 1024 * 1024

const kept = new Map(Object.entries(boot.storage).map(([key, value]) => [key, JSON.stringify(value)]))

export function storedValues(): Record<string, unknown> {
  return Object.fromEntries([...kept].map(([key, text]) => [key, JSON.parse(text)]))
}

export const storageApi = {
  getStorageSync: (key: string) => parsed(kept.get(key)) ?? '',
  setStorageSync: (key: string, value: unknown) => write('setStorageSync', key, value),
  removeStorageSync: (key: string) => void kept.delete(key),
  clearStorageSync: () => kept.clear(),
  getStorageInfoSync: info,
  getStorage: (options: { key: string }) =>
    settle('getStorage', options, () => {
      if (!kept.has(options.key)) throw refusal('getStorage:fail data not found')
      return { data: parsed(kept.get(options.key)) }
    }),
  setStorage: (options: { key: string; data: unknown }) =>
    settle('setStorage', options, () => write('setStorage', options.key, options.data)),
  removeStorage: (options: { key: string }) => settle('removeStorage', options, () => void kept.delete(options.key)),
  clearStorage: (options?: object) => settle('clearStorage', options, () => kept.clear()),
  getStorageInfo: (options?: object) => settle('getStorageInfo', options, info),
}

function write(name: string, key: string, value: unknown): void {
  const text = JSON.stringify(value)
  if (text === undefined) return void kept.delete(key)
  if (text.length > LARGEST_VALUE) throw refusal(`${name}:fail exceed storage item max length`)
  if (size() - (kept.get(key)?.length ?? 0) + text.length > LARGEST_TOTAL)
    throw refusal(`${name}:fail exceed storage max size`)
  kept.set(key, text)
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text)
}

function size(): number {
  return [...kept.values()].reduce((sum, text) => sum + text.length, 0)
}

function info() {
  return { keys: [...kept.keys()], currentSize: Math.ceil(size() / 1024), limitSize: LARGEST_TOTAL / 1024 }
}
