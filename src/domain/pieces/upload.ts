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

/** The names of stored files that fit where this kind belongs. */
export const nameOf: Record<UploadKind, RegExp> = {
  image: /^[0-9a-f]{64}\.(jpg|png|webp|gif)$/,
  audio: /^[0-9a-f]{64}\.(mp3|m4a)$/,
  video: /^[0-9a-f]{64}\.mp4$/,
  captions: /^[0-9a-f]{64}\.vtt$/,
}

const mimes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  vtt: 'text/vtt',
}

/** What a stored file is: `accept` gave it its ending for what its bytes are. Throws for a name it never gave. */
export function mimeOf(file: string): string {
  const mime = mimes[file.slice(file.lastIndexOf('.') + 1)]
  if (mime === undefined) throw new Error('not the name of an accepted file')
  return mime
}

/** A declared type or a file's name proves nothing: `mime` is what the bytes are. */
export function accept(kind: UploadKind, mime: string | undefined): Result<Sniffed, 'WRONG_FILE_TYPE'> {
  const extension = mime === undefined ? undefined : accepted[kind][mime]
  return mime !== undefined && extension !== undefined
    ? done({ mime: mimeOf(`.${extension}`), extension })
    : refused('WRONG_FILE_TYPE')
}
