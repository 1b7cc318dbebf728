import type { Draft } from '../../../src/contract/desk'
import { blocksFrom } from '../../../src/domain/pieces/from-doc'
import {
  approve,
  begin,
  type Content,
  type Piece,
  recall,
  save,
  sendBack,
  submit,
  type Turn,
  withdraw,
} from '../../../src/domain/pieces/piece'
import { mimeOf } from '../../../src/domain/pieces/upload'
import { done, type Result, refused } from '../../../src/domain/result'
import type { StaffCaller } from '../../_kit/caller'
import type { Context, Handlers } from '../../_kit/serve'
import { needed } from '../needed-files'
import { shelfAt, turnedShelf } from '../shelf'
import { cardOf, filesOf } from '../show'
import { showDeskPiece, showDeskRow } from '../show-desk'
import { cardsStore, editionsStore, piecesStore } from '../store'

const PAGE = 20

type Desk = Context<StaffCaller>

export const desk: Handlers<'desk'> = {
  list: async ({ stage, after }, { database }) => {
    const page = await database.open(piecesStore).find({
      ...(stage ? { index: 'byStage', where: { stage } } : { index: 'byChange' }),
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    return done({ rows: page.rows.map(showDeskRow), next: page.next })
  },

  open: async ({ pieceId }, context) => {
    const piece = await context.database.open(piecesStore).get(pieceId)
    return piece ? done(await showDeskPiece(piece, context)) : refused('PIECE_NOT_FOUND')
  },

  create: async ({ pieceId, kind, title }, context) => {
    const piece = begin(pieceId, kind, title, workerOf(context), context.now)
    if ((await context.database.open(piecesStore).insert(piece)) === 'inserted')
      return done(await showDeskPiece(piece, context))
    const there = await context.database.open(piecesStore).get(pieceId)
    const sameRequestAgain =
      there?.revision === 1 && there.writer.staffId === piece.writer.staffId && there.content.title === title
    return there && sameRequestAgain ? done(await showDeskPiece(there, context)) : refused('PIECE_EXISTS')
  },

  save: async ({ pieceId, revision, draft }, context) => {
    const content = contentOf(draft)
    const names = [...new Set(filesOf(content))]
    // Said first, looked for then: what is there after it was said to be needed stays.
    if (!(await needed(names, context))) return refused('FILE_NOT_FOUND')
    for (const name of names) if (!(await context.files.has(name))) return refused('FILE_NOT_FOUND')
    return move(pieceId, context, (piece) => save(piece, content, turn(context, revision)))
  },

  submit: ({ pieceId, revision }, context) => move(pieceId, context, (piece) => submit(piece, turn(context, revision))),

  withdraw: ({ pieceId, revision }, context) =>
    move(pieceId, context, (piece) => withdraw(piece, turn(context, revision))),

  sendBack: ({ pieceId, revision, note }, context) =>
    move(pieceId, context, (piece) => sendBack(piece, note, turn(context, revision))),

  approve: async ({ pieceId, revision }, context) => {
    const result = await context.database.together(refs(pieceId, context), ({ piece }) => {
      if (!piece) return refused('PIECE_NOT_FOUND')
      const approved = approve(piece, turn(context, revision))
      if (!approved.ok) return approved
      const { edition } = approved.data
      return done({
        write: { piece: approved.data.piece, edition, card: cardOf(edition), shelf: turnedShelf(context.now) },
        reply: approved.data.piece,
      })
    })
    return result.ok ? done(await showDeskPiece(result.data, context)) : result
  },

  recall: async ({ pieceId, revision, note }, context) => {
    const result = await context.database.together(refs(pieceId, context), ({ piece }) => {
      if (!piece) return refused('PIECE_NOT_FOUND')
      const recalled = recall(piece, note, turn(context, revision))
      return recalled.ok
        ? done({
            write: { piece: recalled.data, edition: null, card: null, shelf: turnedShelf(context.now) },
            reply: recalled.data,
          })
        : recalled
    })
    return result.ok ? done(await showDeskPiece(result.data, context)) : result
  },
}

/** One move of the working copy alone, and the piece as the desk shows it afterwards. */
async function move<Code extends string>(pieceId: string, context: Desk, rule: (piece: Piece) => Result<Piece, Code>) {
  const result = await context.database.open(piecesStore).change(pieceId, (piece) => {
    if (!piece) return refused('PIECE_NOT_FOUND')
    const moved = rule(piece)
    return moved.ok ? done({ write: moved.data, reply: moved.data }) : moved
  })
  return result.ok ? done(await showDeskPiece(result.data, context)) : result
}

const refs = (pieceId: string, { database }: Desk) => ({
  piece: database.open(piecesStore).at(pieceId),
  edition: database.open(editionsStore).at(pieceId),
  card: database.open(cardsStore).at(pieceId),
  shelf: shelfAt(database),
})

const workerOf = ({ caller }: Desk) => ({ staffId: caller.staffId, name: caller.name })

const turn = (context: Desk, revision: number): Turn => ({ by: workerOf(context), revision, now: context.now })

const contentOf = ({ doc, media, ...rest }: Draft): Content => ({
  ...rest,
  media: media && { ...media, mime: mimeOf(media.file) },
  body: blocksFrom(doc),
})
