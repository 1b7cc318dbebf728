import { MOST_BYTES } from '../../../domain/chats/image'

export { MOST_BYTES }

/**
 * Smaller than the cloud takes, so that with all that travels beside it a request stays under the 64 KB of our own door.
 * Divisible by three: each piece is whole base64 of its own.
 */
export const PIECE_BYTES = 45_000
export const PIECE_LETTERS = (PIECE_BYTES / 3) * 4

export type Size = { width: number; height: number }
/** `quality` 0…1, as a browser's canvas takes it. */
type Attempt = Size & { quality: number }

const sides = [1280, 1024, 768, 512, 320] as const
const qualities = [0.8, 0.6, 0.4] as const

const within = ({ width, height }: Size, side: number): Size => {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** What to try one after the other until it is small enough: first what shows most. Never larger than it was. */
export const attempts = (size: Size): readonly Attempt[] => {
  const sizes = sides.map((side) => within(size, side))
  const different = sizes.filter(({ width, height }, at) => {
    const before = sizes[at - 1]
    return before === undefined || before.width !== width || before.height !== height
  })
  return different.flatMap((fitting) => qualities.map((quality) => ({ ...fitting, quality })))
}

/** Of base64 without blanks. */
export const bytesOf = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)

export const piecesOf = (base64: string): readonly string[] =>
  Array.from({ length: Math.ceil(base64.length / PIECE_LETTERS) }, (_, piece) =>
    base64.slice(piece * PIECE_LETTERS, (piece + 1) * PIECE_LETTERS),
  )

const kinds = [
  { begins: '/9j/', type: 'image/jpeg' },
  { begins: 'iVBORw0KGgo', type: 'image/png' },
  { begins: 'UklGR', type: 'image/webp' },
] as const

/** For showing: what it is is read from its first letters. Empty where it is no picture. */
export const addressOf = (base64: string): string => {
  const kind = kinds.find(({ begins }) => base64.startsWith(begins))
  return kind ? `data:${kind.type};base64,${base64}` : ''
}
