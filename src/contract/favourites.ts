import * as z from 'zod'
import { action } from './action'
import { Cards } from './pieces'
import { Cursor, Done, Id } from './words'

export const favourites = {
  add: action({
    input: z.strictObject({ pieceId: Id }),
    output: Done,
    refusals: ['PIECE_NOT_FOUND'],
  }),
  remove: action({
    input: z.strictObject({ pieceId: Id }),
    output: Done,
    refusals: [],
  }),
  /** Newest first; a recalled piece is left out until it comes back. */
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: Cards,
    refusals: [],
  }),
}
