import { askPlatform } from './ask'
import { refusal, settle } from './settle'

type Handed = { filePath: string; fileName?: string }

/** Where WeChat lets an app keep files of its own. */
const OWN = 'http://usr'
const kept = new Map<string, string>()

export const ownFiles = (): string[] => [...kept.keys()]

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const manager = {
  writeFileSync: (path: string, data: string, encoding: string) => {
    if (!path.startsWith(`${OWN}/`)) throw refusal(`writeFileSync:fail permission denied, open "${path}"`)
    if (encoding !== 'base64' && encoding !== 'utf8')
      throw refusal(`writeFileSync:fail the runtime plays base64 and utf8 only, not ${encoding}`)
    kept.set(path, encoding === 'base64' ? data : base64(data))
  },
  unlinkSync: (path: string) => {
    if (!kept.delete(path)) throw refusal(`unlinkSync:fail no such file or directory, unlink "${path}"`)
  },
}

/** The test is given the contents as base64, as whoever receives the file would have them. */
const hand = (name: string) => (options: Handed) =>
  settle(name, options, async () => {
    const contents = kept.get(options.filePath)
    if (contents === undefined) throw refusal(`${name}:fail file not exist`)
    return (await askPlatform(name, { ...options, contents })) ?? {}
  })

export const filesApi = {
  env: { USER_DATA_PATH: OWN },
  getFileSystemManager: () => manager,
  shareFileMessage: hand('shareFileMessage'),
  saveFileToDisk: hand('saveFileToDisk'),
}
