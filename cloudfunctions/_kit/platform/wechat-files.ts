import { type Files, safeName } from '../files'
import type { SdkStorage } from './sdk'

/** Seconds. A page may lie open for an hour before somebody presses play. */
const LINK_SECONDS = 2 * 3600
/** Links are asked for again well before they end. */
const KEEP_LINK_MS = (LINK_SECONDS / 2) * 1000
/** getTempFileURL and deleteFile take at most 50 a call. */
const MOST_A_CALL = 50
/** STORAGE_FILE_NONEXIST, the only status that says a file is not there; any other is a fault. */
const NOT_THERE = -503003

/**
 * Files in WeChat's closed storage. `prefix` is what the storage puts before our path to make a file id
 * (`cloud://<environment>.<bucket>`), read from the console once.
 */
export function wechatFiles(storage: SdkStorage, prefix: string): Files {
  const known = new Map<string, { url: string; until: number }>()
  const fileId = (name: string) => `${prefix}/files/${safeName(name)}`

  const ask = async (names: readonly string[]) => {
    const found: Record<string, string> = {}
    for (let from = 0; from < names.length; from += MOST_A_CALL) {
      const asked = names.slice(from, from + MOST_A_CALL)
      const { fileList } = await storage.getTempFileURL({
        fileList: asked.map((name) => ({ fileID: fileId(name), maxAge: LINK_SECONDS })),
      })
      for (const name of asked) {
        const answer = fileList.find((file) => file.fileID === fileId(name))
        if (answer?.status === NOT_THERE) continue
        if (answer?.status !== 0 || !answer.tempFileURL) throw new Error(`no link for a file: ${answer?.status}`)
        found[name] = answer.tempFileURL
      }
    }
    return found
  }

  return {
    put: async (name, bytes) => {
      await storage.uploadFile({ cloudPath: `files/${safeName(name)}`, fileContent: Buffer.from(bytes) })
    },

    read: async (name) => {
      const { [name]: url } = await ask([name])
      return url === undefined ? undefined : (await storage.downloadFile({ fileID: fileId(name) })).fileContent
    },

    has: async (name) => (await ask([name]))[name] !== undefined,

    links: async (names) => {
      const now = Date.now()
      const due = names.filter((name) => (known.get(name)?.until ?? 0) <= now)
      const fresh = await ask(due)
      for (const name of due) {
        const url = fresh[name]
        if (url === undefined) known.delete(name)
        else known.set(name, { url, until: now + KEEP_LINK_MS })
      }
      // A file that is gone still has a name in an old piece: its place stays, and the page shows its words.
      return Object.fromEntries(names.map((name) => [name, known.get(name)?.url ?? '']))
    },

    remove: async (names) => {
      for (let from = 0; from < names.length; from += MOST_A_CALL) {
        const ids = names.slice(from, from + MOST_A_CALL).map(fileId)
        if (ids.length === 0) continue
        const { fileList } = await storage.deleteFile({ fileList: ids })
        const failed = fileList.find(({ status }) => status !== 0 && status !== NOT_THERE)
        if (failed) throw new Error(`a file was not removed: ${failed.status}`)
      }
      for (const name of names) known.delete(name)
    },
  }
}
