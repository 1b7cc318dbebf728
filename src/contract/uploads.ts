import * as z from 'zod'
import type { UploadKind } from '../domain/pieces/upload'
import { action } from './action'
import { FileName, Id, Nothing } from './words'

/** The domain's kinds, as a list for the schema. */
export const uploadKinds = ['image', 'audio', 'video', 'captions'] as const satisfies readonly UploadKind[]

/** A part carries at most 1 MB before base64; CloudBase's HTTP door takes 6 MB a request, WeChat's 100 KB is not used by the console. */
export const PART_BYTES = 1024 * 1024

export const uploads = {
  begin: action({
    input: z.strictObject({ kind: z.enum(uploadKinds), bytes: z.number().int().positive() }),
    output: z.object({ uploadId: Id, partBytes: z.number().int(), parts: z.number().int() }),
    refusals: ['FILE_TOO_LARGE'],
  }),
  /** Parts are numbered from 0; sending one again replaces it. */
  part: action({
    input: z.strictObject({
      uploadId: Id,
      number: z.number().int().min(0),
      data: z.base64().max(Math.ceil(PART_BYTES / 3) * 4),
    }),
    output: z.object({ received: z.number().int() }),
    refusals: ['UPLOAD_NOT_FOUND', 'WRONG_PART'],
  }),
  /** Looks at the content itself: a name or a declared type proves nothing. */
  finish: action({
    input: z.strictObject({ uploadId: Id }),
    output: z.object({ file: FileName, url: z.string(), mime: z.string(), bytes: z.number().int() }),
    refusals: ['UPLOAD_NOT_FOUND', 'UPLOAD_INCOMPLETE', 'WRONG_FILE_TYPE'],
  }),
  /** What `begin` accepts, for the console's own check before anything travels. Bytes. */
  limits: action({
    input: Nothing,
    output: z.record(z.enum(uploadKinds), z.number().int()),
    refusals: [],
  }),
}
