import { done, type Result, refused } from '../result'

const MEGABYTE = 1024 * 1024

/** Bytes. Pictures and sound are read on phones with little data; video is what a union's network can carry. */
export const mostBytes = {
  image: 5 * MEGABYTE,
  audio: 30 * MEGABYTE,
  video: 80 * MEGABYTE,
  captions: MEGABYTE / 4,
} as const
export type UploadKind = keyof typeof mostBytes

export const partsOf = (bytes: number, partBytes: number) => Math.ceil(bytes / partBytes)

/** How long part `number` must be; undefined when there is no such part. */
export function lengthOfPart(
  upload: { bytes: number; parts: number },
  number: number,
  partBytes: number,
): number | undefined {
  if (number < 0 || number >= upload.parts) return undefined
  return number < upload.parts - 1 ? partBytes : upload.bytes - partBytes * (upload.parts - 1)
}

export function receive<U extends { received: number[] }>(upload: U, number: number): U {
  return upload.received.includes(number)
    ? upload
    : { ...upload, received: [...upload.received, number].sort((a, b) => a - b) }
}

export const isComplete = (upload: { received: number[]; parts: number }) => upload.received.length === upload.parts

/** What the content showed itself to be. */
export type Sniffed = { mime: string; extension: string }

const accepted: Record<UploadKind, Record<string, string>> = {
  image: { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' },
  audio: { 'audio/mpeg': 'mp3', 'audio/x-m4a': 'm4a', 'audio/mp4': 'm4a' },
  video: { 'video/mp4': 'mp4' },
  captions: { 'text/vtt': 'vtt' },
}

/** A declared type or a file's name proves nothing: `mime` is what the bytes are. */
export function accept(kind: UploadKind, mime: string | undefined): Result<Sniffed, 'WRONG_FILE_TYPE'> {
  const extension = mime === undefined ? undefined : accepted[kind][mime]
  return mime !== undefined && extension !== undefined
    ? done({ mime: mime === 'audio/x-m4a' ? 'audio/mp4' : mime, extension })
    : refused('WRONG_FILE_TYPE')
}
