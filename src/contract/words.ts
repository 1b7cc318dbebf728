import * as z from 'zod'

/** Ids are ours: letters, digits, `-`, `_` and `.`, never a path. What is drawn by chance or hashed may begin with `-` or `_`. */
export const Id = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/)
export const Instant = z.iso.datetime()
/** Opaque, from the reply before; only ever handed back. */
export const Cursor = z.string().min(1).max(400)
export const Nothing = z.strictObject({})
export const Done = z.object({})
/** Content-hash name of a stored file, such as `3f…9c.jpg`. */
export const FileName = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{2,4}$/)
/** A month of Shanghai time. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** A day of Shanghai time. */
export const Day = z.iso.date().regex(/^20/)
