import { MOST_BYTES, PIECE_BYTES } from '../../domain/chats/image'
import { base64Of } from '../library/upload/base64'
import type { Picture } from './words'

/** Enough to read a photographed page. */
const LONGEST_SIDE = 1600
const QUALITIES = [0.85, 0.7, 0.55, 0.4] as const

const drawn = (bitmap: ImageBitmap, scale: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

const opened = async (file: Blob): Promise<ImageBitmap | null> => {
  try {
    return await createImageBitmap(file)
  } catch (fault) {
    if (fault instanceof DOMException) return null
    throw fault
  }
}

/** Small enough to travel, and drawn anew: where and with what it was taken stays behind. null for what is no picture. */
export async function pictureOf(file: Blob): Promise<Picture | null> {
  const bitmap = await opened(file)
  if (!bitmap) return null
  let scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  for (;;) {
    const canvas = drawn(bitmap, scale)
    for (const quality of QUALITIES) {
      const jpeg = await jpegOf(canvas, quality)
      if (!jpeg || jpeg.size > MOST_BYTES) continue
      bitmap.close()
      return {
        pieces: await piecesOf(jpeg),
        bytes: jpeg.size,
        width: canvas.width,
        height: canvas.height,
      }
    }
    scale *= 0.7
  }
}

const piecesOf = (blob: Blob): Promise<string[]> =>
  Promise.all(
    Array.from({ length: Math.ceil(blob.size / PIECE_BYTES) }, (_, piece) =>
      base64Of(blob.slice(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES)),
    ),
  )
