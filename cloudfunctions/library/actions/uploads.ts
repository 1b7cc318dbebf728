import { createHash } from 'node:crypto'
import { nanoid } from 'nanoid'
import { PART_BYTES } from '../../../src/contract/uploads'
import { accept, isComplete, lengthOfPart, mostBytes, partsOf, receive } from '../../../src/domain/pieces/upload'
import { done, refused } from '../../../src/domain/result'
import { Busy } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { needed } from '../needed-files'
import { linksFor } from '../show'
import { sniff } from '../sniff'
import { type Upload, uploadsStore } from '../store'

export const partName = (uploadId: string, number: number) => `uploads/${uploadId}/${number}`

export const partNames = (upload: Upload) =>
  Array.from({ length: upload.parts }, (_, number) => partName(upload.id, number))

export const uploads: Handlers<'uploads'> = {
  limits: async () => done(mostBytes),

  begin: async ({ kind, bytes }, { caller, database, now }) => {
    if (bytes > mostBytes[kind]) return refused('FILE_TOO_LARGE')
    const parts = partsOf(bytes, PART_BYTES)
    const upload: Upload = {
      id: `u${nanoid()}`,
      staffId: caller.staffId,
      kind,
      bytes,
      parts,
      received: [],
      begunAt: now.toISOString(),
    }
    await database.open(uploadsStore).insert(upload)
    return done({ uploadId: upload.id, partBytes: PART_BYTES, parts })
  },

  part: async ({ uploadId, number, data }, { caller, database, files }) => {
    const upload = await database.open(uploadsStore).get(uploadId)
    if (upload?.staffId !== caller.staffId) return refused('UPLOAD_NOT_FOUND')
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length !== lengthOfPart(upload, number, PART_BYTES)) return refused('WRONG_PART')
    await files.put(partName(uploadId, number), bytes)
    return database.open(uploadsStore).change(uploadId, (current) => {
      if (!current) return refused('UPLOAD_NOT_FOUND')
      const received = receive(current, number)
      return done({ write: received, reply: { received: received.received.length } })
    })
  },

  finish: async ({ uploadId }, { caller, database, files, now }) => {
    const upload = await database.open(uploadsStore).get(uploadId)
    if (upload?.staffId !== caller.staffId) return refused('UPLOAD_NOT_FOUND')
    if (!isComplete(upload)) return refused('UPLOAD_INCOMPLETE')
    const parts = await Promise.all(partNames(upload).map((name) => files.read(name)))
    if (parts.some((part) => part === undefined)) return refused('UPLOAD_INCOMPLETE')
    const bytes = Buffer.concat(parts as Uint8Array[])
    const accepted = accept(upload.kind, await sniff(bytes))
    if (!accepted.ok) {
      await files.remove(partNames(upload))
      await database.open(uploadsStore).remove(uploadId)
      return accepted
    }
    const file = `${createHash('sha256').update(bytes).digest('hex')}.${accepted.data.extension}`
    // Before the bytes: cut off in between, it is forgotten again, and never do bytes lie there that nobody knows of.
    if (!(await needed([file], { database, now }))) throw new Busy('this very file is being removed')
    await files.put(file, bytes)
    // The parts stay until the daily sweep: asked again after a lost reply, `finish` gives the same file.
    const url = (await linksFor(files, [file]))[file] as string
    return done({ file, url, mime: accepted.data.mime, bytes: bytes.length })
  },
}
