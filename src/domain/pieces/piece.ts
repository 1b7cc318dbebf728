import { done, type Result, refused } from '../result'
import { type Block, isTooLong, plainText, readingMinutes } from './blocks'
import type { Audience, Kind, Stage, Topic } from './words'

export type Picture = { file: string; alt: string; width: number; height: number }

/** The recording of a video or audio piece; `seconds` is its length, `bytes` its size. */
export type Media = {
  file: string
  mime: string
  bytes: number
  seconds: number
  poster: Picture | null
  captions: string | null
}

export type Source = { title: string; publisher: string; year: number; url?: string | undefined }

/** What an editor writes. */
export type Content = {
  topic: Topic
  audiences: Audience[]
  title: string
  summary: string
  author: string
  cover: Picture | null
  body: Block[]
  media: Media | null
  sources: Source[]
}

export type Worker = { staffId: string; name: string }

/** The working copy. Readers never see it: they see the edition that was approved last. */
export type Piece = {
  id: string
  kind: Kind
  stage: Stage
  content: Content
  revision: number
  writer: Worker
  /** Everybody who changed the working copy since the last approval: none of them may approve it. */
  writers: string[]
  liveVersion: number | null
  lastVersion: number
  note: string
  reviewer: Worker | null
  publishedAt: string | null
  updatedAt: string
}

/** What readers open. Made only by `approve`. */
export type Edition = {
  id: string
  kind: Kind
  content: Content
  version: number
  minutes: number
  reviewer: string
  reviewedAt: string
  publishedAt: string
}

export type Move = 'save' | 'submit' | 'withdraw' | 'approve' | 'sendBack' | 'recall'

/** Who acts, on which revision they looked at, and when. */
export type Turn = { by: Worker; revision: number; now: Date }

type Moved<Code extends string> = Result<Piece, Code | 'CHANGED_ELSEWHERE'>

const emptyContent = (title: string): Content => ({
  topic: 'self-care',
  audiences: [],
  title,
  summary: '',
  author: '',
  cover: null,
  body: [],
  media: null,
  sources: [],
})

export const begin = (id: string, kind: Kind, title: string, by: Worker, now: Date): Piece => ({
  id,
  kind,
  stage: 'draft',
  content: { ...emptyContent(title), author: by.name },
  revision: 1,
  writer: by,
  writers: [by.staffId],
  liveVersion: null,
  lastVersion: 0,
  note: '',
  reviewer: null,
  publishedAt: null,
  updatedAt: now.toISOString(),
})

/** Saving a published piece starts a new draft; readers stay on the edition they have. */
export function save(
  piece: Piece,
  content: Content,
  turn: Turn,
): Moved<'IN_REVIEW' | 'BODY_TOO_LONG' | 'WRONG_FILE_TYPE'> {
  if (piece.revision !== turn.revision) return refused('CHANGED_ELSEWHERE')
  if (piece.stage === 'in-review') return refused('IN_REVIEW')
  if (isTooLong(content.body)) return refused('BODY_TOO_LONG')
  if (!suits(piece.kind, content.media)) return refused('WRONG_FILE_TYPE')
  const writers = [...new Set([...piece.writers, turn.by.staffId])]
  return done(next({ ...piece, content, stage: 'draft', writer: turn.by, writers }, turn))
}

export function submit(
  piece: Piece,
  turn: Turn,
): Moved<'NOT_A_DRAFT' | 'TITLE_MISSING' | 'SUMMARY_MISSING' | 'BODY_MISSING' | 'MEDIA_MISSING'> {
  if (piece.revision !== turn.revision) return refused('CHANGED_ELSEWHERE')
  if (piece.stage !== 'draft') return refused('NOT_A_DRAFT')
  const { content, kind } = piece
  if (!content.title.trim()) return refused('TITLE_MISSING')
  if (!content.summary.trim()) return refused('SUMMARY_MISSING')
  if ((kind === 'video' || kind === 'audio') && !content.media) return refused('MEDIA_MISSING')
  if (kind === 'article' && !plainText(content.body).trim()) return refused('BODY_MISSING')
  return done(next({ ...piece, stage: 'in-review', note: '' }, turn))
}

export function withdraw(piece: Piece, turn: Turn): Moved<'NOT_IN_REVIEW'> {
  if (piece.revision !== turn.revision) return refused('CHANGED_ELSEWHERE')
  if (piece.stage !== 'in-review') return refused('NOT_IN_REVIEW')
  return done(next({ ...piece, stage: 'draft' }, turn))
}

/** Two people for every piece: whoever wrote any of it cannot let it out. */
export function approve(
  piece: Piece,
  turn: Turn,
): Result<{ piece: Piece; edition: Edition }, 'CHANGED_ELSEWHERE' | 'NOT_IN_REVIEW' | 'OWN_PIECE'> {
  const mayReview = reviewable(piece, turn)
  if (!mayReview.ok) return mayReview
  const at = turn.now.toISOString()
  const version = piece.lastVersion + 1
  const publishedAt = piece.publishedAt ?? at
  const approved = next(
    {
      ...piece,
      stage: 'published',
      reviewer: turn.by,
      writers: [],
      liveVersion: version,
      lastVersion: version,
      publishedAt,
      note: '',
    },
    turn,
  )
  return done({
    piece: approved,
    edition: {
      id: piece.id,
      kind: piece.kind,
      content: piece.content,
      version,
      minutes: minutesOf(piece.content),
      reviewer: turn.by.name,
      reviewedAt: at,
      publishedAt,
    },
  })
}

export function sendBack(piece: Piece, note: string, turn: Turn): Moved<'NOT_IN_REVIEW' | 'OWN_PIECE'> {
  const mayReview = reviewable(piece, turn)
  if (!mayReview.ok) return mayReview
  return done(next({ ...piece, stage: 'draft', note, reviewer: turn.by }, turn))
}

/** Takes the edition away from readers at once. A draft or a review under way stays as it is. */
export function recall(piece: Piece, note: string, turn: Turn): Moved<'NOT_LIVE'> {
  if (piece.revision !== turn.revision) return refused('CHANGED_ELSEWHERE')
  if (piece.liveVersion === null) return refused('NOT_LIVE')
  const stage = piece.stage === 'published' ? 'recalled' : piece.stage
  return done(next({ ...piece, stage, liveVersion: null, note }, turn))
}

/** What one person may do next; the console shows these and no others. */
export function movesOf(piece: Piece, by: Worker, may: { write: boolean; review: boolean }): Move[] {
  const moves: Move[] = []
  if (may.write && piece.stage !== 'in-review') moves.push('save')
  if (may.write && piece.stage === 'draft') moves.push('submit')
  if (may.write && piece.stage === 'in-review') moves.push('withdraw')
  if (may.review && piece.stage === 'in-review' && !piece.writers.includes(by.staffId))
    moves.push('approve', 'sendBack')
  if (piece.liveVersion !== null && (may.write || may.review)) moves.push('recall')
  return moves
}

/** Whole minutes to read, or to play. */
export const minutesOf = (content: Pick<Content, 'media' | 'body'>) =>
  content.media ? Math.max(1, Math.round(content.media.seconds / 60)) : readingMinutes(content.body)

/** A film is seen and a sound is heard; the other kinds may carry either. */
const suits = (kind: Kind, media: Media | null) =>
  !media || (kind !== 'video' && kind !== 'audio') || media.mime.startsWith(`${kind}/`)

function reviewable(piece: Piece, turn: Turn): Result<true, 'CHANGED_ELSEWHERE' | 'NOT_IN_REVIEW' | 'OWN_PIECE'> {
  if (piece.revision !== turn.revision) return refused('CHANGED_ELSEWHERE')
  if (piece.stage !== 'in-review') return refused('NOT_IN_REVIEW')
  if (piece.writers.includes(turn.by.staffId)) return refused('OWN_PIECE')
  return done(true)
}

const next = (piece: Piece, turn: Turn): Piece => ({
  ...piece,
  revision: piece.revision + 1,
  updatedAt: turn.now.toISOString(),
})
