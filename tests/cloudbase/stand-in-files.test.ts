import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStandIn, type StandIn } from './stand-in/open-stand-in'
import type { OpenApiCall } from './stand-in/openapi'
import { enterSdk } from './stand-in/sdk'

let standIn: StandIn
let sdk: ReturnType<typeof enterSdk>

beforeAll(async () => {
  standIn = await openStandIn()
  sdk = enterSdk(standIn, 'suite', { source: 'mini-program', openid: 'o-anna' })
})

afterAll(async () => {
  sdk.leave()
  await standIn.close()
})

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256))

interface FileAnswers {
  fileList: { fileID: string; status: number; tempFileURL?: string }[]
}

const remove = (fileList: string[]) => sdk.cloud.deleteFile({ fileList }) as Promise<FileAnswers>

async function linkTo(fileID: string, maxAge = 60): Promise<string> {
  const asked = sdk.cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] as never })
  const { fileList } = await (asked as Promise<FileAnswers>)
  return encodeURI(String(fileList[0]?.tempFileURL))
}

describe('storage', () => {
  it('gives back the bytes that were uploaded, also under a Chinese name', async () => {
    const { fileID } = await sdk.cloud.uploadFile({ cloudPath: '图片/心 驿.png', fileContent: bytes })
    expect(fileID).toBe(`cloud://${standIn.envId}.stand-in-bucket/图片/心 驿.png`)
    const { fileContent } = await sdk.cloud.downloadFile({ fileID })
    expect(Buffer.compare(fileContent, bytes)).toBe(0)
    expect(standIn.files.get(fileID)?.bytes.equals(bytes)).toBe(true)
  })

  it('serves links with ranges and types, to any number of readers', async () => {
    const { fileID } = standIn.files.put('media/breath.mp4', bytes)
    const link = await linkTo(fileID)
    const whole = await fetch(link)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4'])
    expect((await whole.arrayBuffer()).byteLength).toBe(1000)
    const part = await fetch(link, { headers: { range: 'bytes=990-' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 990-999/1000'])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(990))).toBe(true)
    const tail = await fetch(link, { headers: { range: 'bytes=-5' } })
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(995))).toBe(true)
    expect((await fetch(link, { headers: { range: 'bytes=1000-' } })).status).toBe(416)
    expect((await fetch(link, { method: 'HEAD' })).headers.get('content-length')).toBe('1000')
  })

  it('is closed to those without a link, and to old links', async () => {
    const { fileID } = standIn.files.put('closed.txt', bytes)
    const link = await linkTo(fileID)
    expect((await fetch(link.replace(/\?.*/, ''))).status).toBe(403)
    standIn.files.expireLinks()
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(await linkTo(fileID, 0))).status).toBe(403)
  })

  it('refuses an upload that it did not sign', async () => {
    const answer = await fetch(`${standIn.url}/cos/a.txt`, { method: 'PUT', body: 'x' })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')])
  })

  it('tells file by file what was deleted, fifty at most', async () => {
    const { fileID } = standIn.files.put('gone.txt', bytes)
    const { fileList } = await remove([fileID])
    expect(fileList).toMatchObject([{ fileID, status: 0 }])
    expect(standIn.files.get(fileID)).toBeUndefined()
    const again = await remove([fileID])
    expect(again.fileList).toMatchObject([{ fileID, status: -503003 }])
    const many = Array.from({ length: 51 }, (_, at) => `cloud://x/${at}`)
    await expect(remove(many)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await expect(sdk.cloud.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })
})

describe('cloud calls', () => {
  const send = () =>
    (
      sdk.cloud as unknown as { openapi: { subscribeMessage: { send(x: object): Promise<unknown> } } }
    ).openapi.subscribeMessage.send({
      touser: 'o-anna',
      templateId: 't1',
      data: { thing1: { value: '您有一条新的回复' } },
    })

  it('fail loudly while the test has given no handler', async () => {
    await expect(send()).rejects.toMatchObject({ errMsg: expect.stringContaining('no openApi handler') })
  })

  it('reach the handler as WeChat gets them, and answer as WeChat does', async () => {
    const seen: OpenApiCall[] = []
    standIn.onOpenApi((call) => {
      seen.push(call)
      return seen.length === 1 ? { errcode: 0, errmsg: 'ok', msg_id: 5 } : { errcode: 43101, errmsg: 'user refuse' }
    })
    expect(await send()).toMatchObject({ errCode: 0, msgId: 5 })
    await expect(send()).rejects.toMatchObject({ errCode: 43101 })
    expect(seen[0]).toMatchObject({
      api: 'subscribeMessage.send',
      invocation: 'suite',
      identity: { openid: 'o-anna' },
      data: { touser: 'o-anna', template_id: 't1', data: { thing1: { value: '您有一条新的回复' } } },
    })
  })

  it('can answer bytes', async () => {
    standIn.onOpenApi(() => ({ contentType: 'image/png', bytes }))
    const { openapi } = sdk.cloud as unknown as {
      openapi: { wxacode: { getUnlimited(x: object): Promise<{ buffer: Buffer; contentType: string }> } }
    }
    const code = await openapi.wxacode.getUnlimited({ scene: 'a=1' })
    expect([code.contentType, code.buffer.equals(bytes)]).toEqual(['image/png', true])
  })

  it('are refused where WeChat did not start the invocation', async () => {
    standIn.onOpenApi(() => ({ errcode: 0 }))
    sdk.leave()
    const web = enterSdk(standIn, 'from-the-web', { source: 'http' })
    await expect(send()).rejects.toMatchObject({ errCode: -604104 })
    web.leave()
  })
})
