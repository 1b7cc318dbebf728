/** Bytes of one picture: the phone makes it this small before it is sent. */
export const MOST_BYTES = 300 * 1024

/** Bytes of one piece: sealed and in base64 it stays under what one request of the platform takes. */
export const PIECE_BYTES = 48 * 1024

export const MOST_PIECES = Math.ceil(MOST_BYTES / PIECE_BYTES)

/** Characters of a piece in base64. */
export const MOST_DATA = Math.ceil(PIECE_BYTES / 3) * 4

/** Pixels of one side, as it is told with the picture. */
export const MOST_SIDE = 8192

/** Of one conversation: enough to show things, and far less than a store of pictures. */
export const MOST_IMAGES = 60

/** Begun and not finished, in one conversation at once: nobody sends more side by side, and each is kept until it is swept. */
export const MOST_UNFINISHED = 4

export type ImageOf = { pieces: number; bytes: number; width: number; height: number }

const begins = (bytes: Uint8Array, at: number, ...signs: number[]) =>
  signs.every((sign, index) => bytes[at + index] === sign)

/** JPEG, PNG or WebP by how it begins, whatever it is called. */
export const isImage = (bytes: Uint8Array): boolean =>
  begins(bytes, 0, 0xff, 0xd8, 0xff) ||
  begins(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
  (begins(bytes, 0, 0x52, 0x49, 0x46, 0x46) && begins(bytes, 8, 0x57, 0x45, 0x42, 0x50))

/** Whether this can be that piece of a picture. */
export const fits = ({ piece, pieces }: { piece: number; pieces: number }, bytes: Uint8Array): boolean =>
  piece < pieces && bytes.length > 0 && bytes.length <= PIECE_BYTES && (piece > 0 || isImage(bytes))
