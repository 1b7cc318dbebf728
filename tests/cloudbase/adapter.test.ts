import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { declare } from '../../cloudfunctions/_kit/declaration'
import { type SdkDatabase, sdkDatabase, sdkStorage } from '../../cloudfunctions/_kit/platform/sdk'
import { wechatDatabase } from '../../cloudfunctions/_kit/platform/wechat-database'
import { wechatFiles } from '../../cloudfunctions/_kit/platform/wechat-files'
import { done } from '../../src/domain/result'
import { openStandIn, type StandIn } from './stand-in/open-stand-in'
import { enterSdk } from './stand-in/sdk'

let standIn: StandIn
let sdk: ReturnType<typeof enterSdk>

const notesStore = declare({
  name: 'notes',
  title: '试样',
  about: '只在测试里使用',
  schema: z.strictObject({ id: z.string(), text: z.string(), marks: z.record(z.string(), z.string()).optional() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '测试结束即删除' },
})

beforeAll(async () => {
  standIn = await openStandIn()
  standIn.provision({ collections: [{ name: 'notes' }] })
  sdk = enterSdk(standIn, 'adapter')
})
afterEach(() => {
  standIn.chaos.calm()
  standIn.calls.clear()
})
afterAll(async () => {
  expect(standIn.unsupported).toEqual([])
  sdk.leave()
  await standIn.close()
})

/** The same database, where something happens after the first document was read. */
function interrupted(act: () => Promise<unknown>): SdkDatabase {
  const database = sdkDatabase()
  let left = 1
  return Object.assign(Object.create(database), {
    collection: (name: string) => {
      const documents = database.collection(name)
      const doc = (id: string) => ({
        get: async () => {
          const found = await documents.doc(id).get()
          if (left-- > 0) await act()
          return found
        },
      })
      return Object.assign(Object.create(documents), { doc })
    },
  })
}

describe('the cloud database through the adapter', () => {
  const notes = () => wechatDatabase(sdkDatabase()).open(notesStore)

  it('does not take a document that was removed and made anew for the one it read', async () => {
    await notes().insert({ id: 'anew', text: '旧的' })
    const remake = async () => {
      await notes().remove('anew')
      await notes().insert({ id: 'anew', text: '别人新写的' })
    }
    const seen: (string | undefined)[] = []
    await wechatDatabase(interrupted(remake))
      .open(notesStore)
      .change('anew', (note) => {
        seen.push(note?.text)
        return done({ write: { id: 'anew', text: `${note?.text}，加一句` }, reply: null })
      })
    expect(seen).toEqual(['旧的', '别人新写的'])
    expect((await notes().get('anew'))?.text).toBe('别人新写的，加一句')
  })

  it('changes whole fields: nothing of the old value stays inside', async () => {
    await notes().insert({ id: 'whole', text: '一', marks: { a: '1', 'b.c': '2' } })
    await notes().change('whole', (note) => done({ write: note && { ...note, marks: { d: '3' } }, reply: null }))
    expect(await notes().get('whole')).toEqual({ id: 'whole', text: '一', marks: { d: '3' } })
  })

  it('passes on a fault of the database, and takes it for nothing else', async () => {
    await notes().insert({ id: 'there', text: '一' })
    const asks: [string, () => Promise<unknown>][] = [
      ['database.getDocument', () => notes().get('there')],
      ['database.getDocument', () => notes().getMany(['there'])],
      ['database.getDocument', () => notes().change('there', () => done({ write: null, reply: null }))],
      [
        'database.modifyDocument',
        () => notes().change('there', () => done({ write: { id: 'there', text: '' }, reply: null })),
      ],
      ['database.insertDocument', () => notes().insert({ id: 'other', text: '' })],
      ['database.insertDocument', () => notes().insertMany([{ id: 'other', text: '' }])],
      ['database.removeDocument', () => notes().remove('there')],
    ]
    for (const [action, ask] of asks) {
      standIn.chaos.failNext(action)
      await expect(ask()).rejects.toMatchObject({ errMsg: expect.stringContaining('injected') })
    }
    expect(standIn.dump('notes').map(({ _id }) => _id)).not.toContain('other')
    expect(await notes().get('there')).toEqual({ id: 'there', text: '一' })
  })
})

describe('the cloud storage through the adapter', () => {
  const files = () => wechatFiles(sdkStorage, `cloud://${standIn.envId}.stand-in-bucket`)
  const nameOf = (text: string) => `${createHash('sha256').update(text).digest('hex')}.png`
  const fileIdOf = (name: string) => `cloud://${standIn.envId}.stand-in-bucket/files/${name}`

  it('gives back what was put, and says what is not there', async () => {
    const [name, missing] = [nameOf('a'), nameOf('missing')]
    const bytes = Buffer.from([0, 255, 1, 254])
    await files().put(name, bytes)
    expect(standIn.files.get(fileIdOf(name))?.bytes.equals(bytes)).toBe(true)
    expect(Buffer.from((await files().read(name)) ?? []).equals(bytes)).toBe(true)
    expect(await files().read(missing)).toBeUndefined()
    expect([await files().has(name), await files().has(missing)]).toEqual([true, false])
  })

  it('refuses a name that is no name of ours', async () => {
    for (const name of ['../secret.png', 'x.png', `${nameOf('a')}/..`, `/${nameOf('a')}`])
      await expect((async () => files().put(name, Buffer.from('x')))()).rejects.toThrow('not a name')
  })

  it('links and removes more than fifty at once', async () => {
    const names = Array.from({ length: 120 }, (_, number) => nameOf(`many ${number}`))
    for (const name of names) standIn.files.put(`files/${name}`, Buffer.from(name))
    const links = await files().links([...names, nameOf('missing')])
    expect(links[nameOf('missing')]).toBe('')
    for (const name of [names[0] ?? '', names[119] ?? ''])
      expect(await (await fetch(links[name] ?? '')).text()).toBe(name)
    expect(standIn.calls.count('storage.batchGetDownloadUrl')).toBe(3)
    await files().remove([...names, nameOf('missing')])
    expect(names.filter((name) => standIn.files.get(fileIdOf(name)))).toEqual([])
  })

  it('asks for a link once while it holds, and for those it does not know', async () => {
    const storage = files()
    const [one, other] = [nameOf('one'), nameOf('other')]
    for (const name of [one, other]) await storage.put(name, Buffer.from(name))
    const first = await storage.links([one])
    expect((await storage.links([one, other]))[one]).toBe(first[one])
    await storage.links([one, other])
    expect(standIn.calls.count('storage.batchGetDownloadUrl')).toBe(2)
  })

  it('forgets the link of what it removes', async () => {
    const storage = files()
    const name = nameOf('gone')
    await storage.put(name, Buffer.from('x'))
    expect((await storage.links([name]))[name]).not.toBe('')
    await storage.remove([name])
    expect((await storage.links([name]))[name]).toBe('')
  })

  it('passes on a fault of the storage: a file is not gone because nobody could say', async () => {
    const name = nameOf('fault')
    await files().put(name, Buffer.from('x'))
    const failing = (method: 'getTempFileURL' | 'deleteFile') => ({
      ...sdkStorage,
      [method]: async () => ({ fileList: [{ fileID: fileIdOf(name), status: -501001, tempFileURL: '' }] }),
    })
    const blind = wechatFiles(failing('getTempFileURL'), `cloud://${standIn.envId}.stand-in-bucket`)
    await expect(blind.has(name)).rejects.toThrow('-501001')
    await expect(blind.links([name])).rejects.toThrow('-501001')
    const stuck = wechatFiles(failing('deleteFile'), `cloud://${standIn.envId}.stand-in-bucket`)
    await expect(stuck.remove([name])).rejects.toThrow('-501001')
    standIn.chaos.failNext('storage.batchGetDownloadUrl')
    await expect(files().has(name)).rejects.toBeDefined()
  })
})
