import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Body, Reply } from './database'
import { failure } from './failures'

export interface StoredFile {
  fileID: string
  cloudPath: string
  bytes: Buffer
}

/** storage.batchGetDownloadUrl and batchDeleteFile take at most 50 files a call. */
const LARGEST_BATCH = 50
/** A link to a closed file lives ten minutes when no age is asked for. */
const DEFAULT_AGE_SECONDS = 600

const TYPES: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
}

const typeOf = (path: string) => TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const cosError = (code: string, message: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>stand-in</RequestId><TraceId>stand-in</TraceId></Error>`

function batchOf(list: unknown, action: string): unknown[] {
  if (!Array.isArray(list)) throw failure('INVALID_PARAM', `${action} needs a list`)
  if (list.length > LARGEST_BATCH) throw failure('INVALID_PARAM', `${action} takes at most ${LARGEST_BATCH} files`)
  return list
}

/** The part of a file that a Range header asks for; undefined is all of it, null cannot be served. */
function rangeOf(header: string | undefined, size: number): [from: number, to: number] | undefined | null {
  const match = header && /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const from = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const to = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  return from > to ? null : [from, to]
}

export function openStorage(url: () => string, envId: string) {
  const stored = new Map<string, StoredFile>()
  const uploads = new Map<string, { cloudPath: string; token: string }>()
  const links = new Map<string, { fileID: string; until: number }>()

  const fileIdOf = (cloudPath: string) => `cloud://${envId}.stand-in-bucket/${cloudPath}`

  function put(cloudPath: string, bytes: Buffer): StoredFile {
    const file = { fileID: fileIdOf(cloudPath), cloudPath, bytes }
    stored.set(file.fileID, file)
    return file
  }

  async function getUploadMetadata(body: Body): Promise<Reply> {
    const cloudPath = String(body.path ?? '')
    if (body.method !== 'put') throw failure('STAND_IN_UNSUPPORTED', 'CloudBase stand-in takes uploads by PUT only')
    if (cloudPath === '' || cloudPath.startsWith('/') || cloudPath.includes('//'))
      throw failure('STORAGE_SIGN_PARAM_INVALID', `the path "${cloudPath}" is not a valid cloud path`)
    const authorization = `sign-${randomUUID()}`
    const token = `cos-token-${randomUUID()}`
    uploads.set(authorization, { cloudPath, token })
    const path = cloudPath.split('/').map(encodeURIComponent).join('/')
    const fileId = fileIdOf(cloudPath)
    return { data: { url: `${url()}/cos/${path}`, token, authorization, fileId, cosFileId: `cos-${fileId.length}` } }
  }

  async function batchGetDownloadUrl(body: Body): Promise<Reply> {
    const list = batchOf(body.file_list, 'storage.batchGetDownloadUrl')
    const download_list = list.map((entry) => {
      const { fileid, max_age } = entry as { fileid: string; max_age?: number }
      const file = stored.get(fileid)
      if (!file) return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge: 0 }
      const maxAge = max_age ?? DEFAULT_AGE_SECONDS
      const sign = randomUUID()
      links.set(sign, { fileID: fileid, until: Date.now() + maxAge * 1000 })
      return { fileID: fileid, code: 'SUCCESS', tempFileURL: `${url()}/files/${file.cloudPath}?sign=${sign}`, maxAge }
    })
    return { data: { download_list } }
  }

  async function batchDeleteFile(body: Body): Promise<Reply> {
    const list = batchOf(body.fileid_list, 'storage.batchDeleteFile')
    const delete_list = list.map((fileID) => ({
      fileID,
      code: stored.delete(String(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
    }))
    return { data: { delete_list } }
  }

  function receive(request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
    const upload = uploads.get(String(request.headers.authorization ?? ''))
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://stand-in').pathname).slice('/cos/'.length)
    if (!upload || upload.cloudPath !== path || request.headers['x-cos-security-token'] !== upload.token) {
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end(cosError('SignatureDoesNotMatch', 'The signature does not fit this upload.'))
      return
    }
    put(path, bytes)
    response.writeHead(200)
    response.end()
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const link = links.get(new URL(request.url ?? '', 'http://stand-in').searchParams.get('sign') ?? '')
    const file = link && link.until > Date.now() ? stored.get(link.fileID) : undefined
    if (!file) {
      response.writeHead(link && link.until > Date.now() ? 404 : 403, { 'content-type': 'application/xml' })
      response.end(cosError('AccessDenied', 'Access Denied.'))
      return
    }
    const size = file.bytes.length
    const range = rangeOf(request.headers.range, size)
    const headers: Record<string, string> = { 'content-type': typeOf(file.cloudPath), 'accept-ranges': 'bytes' }
    if (range === null) {
      response.writeHead(416, { 'content-range': `bytes */${size}` })
      response.end()
      return
    }
    const [from, to] = range ?? [0, size - 1]
    if (range) headers['content-range'] = `bytes ${from}-${to}/${size}`
    headers['content-length'] = String(to - from + 1)
    response.writeHead(range ? 206 : 200, headers)
    response.end(request.method === 'HEAD' ? undefined : file.bytes.subarray(from, to + 1))
  }

  return {
    actions: {
      'storage.getUploadMetadata': getUploadMetadata,
      'storage.batchGetDownloadUrl': batchGetDownloadUrl,
      'storage.batchDeleteFile': batchDeleteFile,
    },
    receive,
    serve,
    files: {
      list: () => [...stored.values()],
      get: (fileID: string) => stored.get(fileID),
      put,
      /** Makes every link given out so far stop working. */
      expireLinks: () => links.clear(),
    },
  }
}
