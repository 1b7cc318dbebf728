import type { DeskPiece, DeskRow } from '../../src/contract/desk'
import { movesOf, type Piece } from '../../src/domain/pieces/piece'
import type { StaffCaller } from '../_kit/caller'
import type { Files } from '../_kit/files'
import { filesOf, linksFor, showBody, showMedia, showPicture } from './show'

export const showDeskRow = (piece: Piece): DeskRow => ({
  id: piece.id,
  kind: piece.kind,
  topic: piece.content.topic,
  title: piece.content.title,
  stage: piece.stage,
  liveVersion: piece.liveVersion,
  writer: piece.writer.name,
  updatedAt: piece.updatedAt,
})

export async function showDeskPiece(
  piece: Piece,
  { files, caller }: { files: Files; caller: StaffCaller },
): Promise<DeskPiece> {
  const { content } = piece
  const links = await linksFor(files, filesOf(content))
  const may = { write: caller.roles.includes('editor'), review: caller.roles.includes('reviewer') }
  return {
    ...showDeskRow(piece),
    revision: piece.revision,
    audiences: content.audiences,
    summary: content.summary,
    author: content.author,
    cover: showPicture(content.cover, links),
    body: showBody(content.body, links),
    media: showMedia(content.media, links),
    sources: content.sources,
    note: piece.note,
    reviewer: piece.reviewer?.name ?? null,
    publishedAt: piece.publishedAt,
    moves: movesOf(piece, { staffId: caller.staffId, name: caller.name }, may),
  }
}
