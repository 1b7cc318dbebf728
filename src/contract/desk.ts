import * as z from 'zod'
import { mostBytes, nameOf } from '../domain/pieces/upload'
import { audiences, kinds, stages, topics } from '../domain/pieces/words'
import { action } from './action'
import { Picture, ShownBlock, ShownMedia, Source } from './pieces'
import { Cursor, Id, Instant } from './words'

/** Files by their names alone: what one is, its ending says. Pixels. */
const SentPicture = z.strictObject({
  file: z.string().regex(nameOf.image),
  alt: z.string().max(120),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})

/** What an editor sends: links never travel this way, and the body is a document of the editor, cleaned in the cloud. */
export const Draft = z.strictObject({
  topic: z.enum(topics),
  audiences: z.array(z.enum(audiences)).max(audiences.length),
  title: z.string().trim().max(60),
  summary: z.string().trim().max(160),
  author: z.string().trim().max(40),
  cover: SentPicture.nullable(),
  /** ProseMirror JSON; anything outside the allow-list is dropped when it is saved; too much is refused, never cut. */
  doc: z.looseObject({ type: z.literal('doc') }),
  media: z
    .strictObject({
      file: z.union([z.string().regex(nameOf.video), z.string().regex(nameOf.audio)]),
      bytes: z.number().int().positive().max(mostBytes.video),
      seconds: z
        .number()
        .positive()
        .max(4 * 3600),
      poster: SentPicture.nullable(),
      captions: z.string().regex(nameOf.captions).nullable(),
    })
    .nullable(),
  sources: z.array(Source).max(20),
})
export type Draft = z.output<typeof Draft>

export const DeskRow = z.object({
  id: Id,
  kind: z.enum(kinds),
  topic: z.enum(topics),
  title: z.string(),
  stage: z.enum(stages),
  /** The version readers see now; null when they see none. */
  liveVersion: z.number().int().nullable(),
  writer: z.string(),
  updatedAt: Instant,
})
export type DeskRow = z.output<typeof DeskRow>

export const DeskPiece = DeskRow.extend({
  /** Grows with every change; sent back with the next one, so that two editors never overwrite each other unseen. */
  revision: z.number().int(),
  audiences: z.array(z.enum(audiences)),
  summary: z.string(),
  author: z.string(),
  cover: Picture.nullable(),
  body: z.array(ShownBlock),
  media: ShownMedia.nullable(),
  sources: z.array(Source),
  /** Why the reviewer sent it back, or why it was recalled; empty otherwise. */
  note: z.string(),
  reviewer: z.string().nullable(),
  publishedAt: Instant.nullable(),
  /** What the one who asks may do next. */
  moves: z.array(z.enum(['save', 'submit', 'withdraw', 'approve', 'sendBack', 'recall'])),
})
export type DeskPiece = z.output<typeof DeskPiece>

const Turn = z.strictObject({ pieceId: Id, revision: z.number().int() })

export const desk = {
  list: action({
    input: z.strictObject({ stage: z.enum(stages).optional(), after: Cursor.optional() }),
    output: z.object({ rows: z.array(DeskRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  open: action({
    input: z.strictObject({ pieceId: Id }),
    output: DeskPiece,
    refusals: ['PIECE_NOT_FOUND'],
  }),
  /** `pieceId` is chosen by the client, so that a lost reply and a second try make one piece. */
  create: action({
    input: z.strictObject({
      pieceId: z.string().regex(/^[A-Za-z0-9]{12,40}$/),
      kind: z.enum(kinds),
      title: z.string().trim().min(1).max(60),
    }),
    output: DeskPiece,
    refusals: ['PIECE_EXISTS'],
  }),
  save: action({
    input: Turn.extend({ draft: Draft }),
    output: DeskPiece,
    refusals: [
      'PIECE_NOT_FOUND',
      'CHANGED_ELSEWHERE',
      'IN_REVIEW',
      'BODY_TOO_LONG',
      'WRONG_FILE_TYPE',
      'FILE_NOT_FOUND',
    ],
  }),
  submit: action({
    input: Turn,
    output: DeskPiece,
    refusals: [
      'PIECE_NOT_FOUND',
      'CHANGED_ELSEWHERE',
      'NOT_A_DRAFT',
      'TITLE_MISSING',
      'SUMMARY_MISSING',
      'BODY_MISSING',
      'MEDIA_MISSING',
    ],
  }),
  withdraw: action({
    input: Turn,
    output: DeskPiece,
    refusals: ['PIECE_NOT_FOUND', 'CHANGED_ELSEWHERE', 'NOT_IN_REVIEW'],
  }),
  approve: action({
    input: Turn,
    output: DeskPiece,
    refusals: ['PIECE_NOT_FOUND', 'CHANGED_ELSEWHERE', 'NOT_IN_REVIEW', 'OWN_PIECE'],
  }),
  sendBack: action({
    input: Turn.extend({ note: z.string().trim().min(1).max(500) }),
    output: DeskPiece,
    refusals: ['PIECE_NOT_FOUND', 'CHANGED_ELSEWHERE', 'NOT_IN_REVIEW', 'OWN_PIECE'],
  }),
  recall: action({
    input: Turn.extend({ note: z.string().trim().min(1).max(500) }),
    output: DeskPiece,
    refusals: ['PIECE_NOT_FOUND', 'CHANGED_ELSEWHERE', 'NOT_LIVE'],
  }),
}
