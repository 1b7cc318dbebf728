import * as z from 'zod'
import { audiences, kinds, topics } from '../domain/pieces/words'
import { action } from './action'
import { Cursor, FileName, Id, Instant, Nothing } from './words'

export const Span = z.object({
  text: z.string().max(4000),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: z.string().max(500).optional(),
})

/** A stored file together with where to fetch it now; links expire on WeChat, so they are never stored. */
export const Picture = z.object({
  file: FileName,
  url: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
})

/** The same shapes as `Block` of the domain, a picture with its link. */
export const ShownBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.object({ type: z.literal('paragraph'), spans: z.array(Span) }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Span)) }),
  z.object({ type: z.literal('quote'), spans: z.array(Span) }),
  Picture.extend({ type: z.literal('image') }),
  z.object({ type: z.literal('divider') }),
])

export const Source = z.object({
  title: z.string().min(1).max(120),
  publisher: z.string().min(1).max(80),
  year: z.number().int().min(1900).max(2100),
  url: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional(),
})

/** `seconds` is the length of the recording. */
export const ShownMedia = z.object({
  file: FileName,
  url: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  seconds: z.number(),
  poster: Picture.nullable(),
  captions: z.object({ file: FileName, url: z.string() }).nullable(),
})

export const Card = z.object({
  id: Id,
  kind: z.enum(kinds),
  topic: z.enum(topics),
  audiences: z.array(z.enum(audiences)),
  title: z.string(),
  summary: z.string(),
  author: z.string(),
  /** Whole minutes to read, or to play. */
  minutes: z.number().int(),
  cover: Picture.nullable(),
  publishedAt: Instant,
})

export const Edition = Card.extend({
  version: z.number().int(),
  body: z.array(ShownBlock),
  media: ShownMedia.nullable(),
  sources: z.array(Source),
  reviewer: z.string(),
  reviewedAt: Instant,
  /** Whether the one who asks keeps it among the favourites. */
  kept: z.boolean(),
})

export type Card = z.output<typeof Card>
export type Edition = z.output<typeof Edition>
export type ShownBlock = z.output<typeof ShownBlock>
export type ShownMedia = z.output<typeof ShownMedia>
export type Source = z.output<typeof Source>
export type Picture = z.output<typeof Picture>

export const Cards = z.object({ cards: z.array(Card), next: Cursor.nullable() })

export const pieces = {
  home: action({
    input: Nothing,
    output: z.object({ latest: z.array(Card), videos: z.array(Card), audios: z.array(Card) }),
    refusals: [],
  }),
  list: action({
    input: z.strictObject({
      topic: z.enum(topics).optional(),
      kind: z.enum(kinds).optional(),
      after: Cursor.optional(),
    }),
    output: Cards,
    refusals: [],
  }),
  open: action({
    input: z.strictObject({ pieceId: Id }),
    output: Edition,
    refusals: ['PIECE_NOT_FOUND'],
  }),
}
