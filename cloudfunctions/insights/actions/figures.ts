import { zero } from '../../../src/domain/figures/counts'
import { EVERYTHING, type Figure, figureId, heatGrid } from '../../../src/domain/figures/roll-up'
import { noUses } from '../../../src/domain/figures/roll-up-uses'
import { done, refused } from '../../../src/domain/result'
import { daysOf } from '../../../src/domain/time'
import type { Handlers } from '../../_kit/serve'
import { piecesStore } from '../../library/store'
import { peopleBelowBranch, peopleOfBranch } from '../branch-people'
import { counsellingFigures, ownCounselling } from '../counselling-figures'
import { eventFigures } from '../event-figures'
import { hotlineFigures } from '../hotline-figures'
import { figuresStore, useFiguresStore } from '../store'

/**
 * A page of figures reads at most 31 documents: 13 figures with their 13 pieces, one row beyond to know whether there is
 * more, the month's sum, and the session of either call.
 */
const PAGE = 13

export const figures: Handlers<'figures'> = {
  month: async ({ month }, { database }) => {
    const figure = await database.open(figuresStore).get(figureId({ month, pieceId: EVERYTHING }))
    return done({ ...sumOf(month, figure), heat: heatGrid(figure?.heat ?? {}) })
  },

  pieces: async ({ month, after }, { database }) => {
    const page = await database.open(figuresStore).find({
      index: 'byUse',
      where: { month, scope: 'piece' },
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    const pieces = await database.open(piecesStore).getMany(page.rows.map((figure) => figure.pieceId))
    const byId = new Map(pieces.map((piece) => [piece.id, piece]))
    const rows = page.rows.flatMap((figure) => {
      const piece = byId.get(figure.pieceId)
      return piece ? [{ pieceId: piece.id, title: piece.content.title, kind: piece.kind, ...figure.totals }] : []
    })
    return done({ rows, next: page.next })
  },

  piece: async ({ pieceId, month }, { database }) => {
    const [piece, figure] = await Promise.all([
      database.open(piecesStore).get(pieceId),
      database.open(figuresStore).get(figureId({ month, pieceId })),
    ])
    return piece ? done({ ...sumOf(month, figure), pieceId, title: piece.content.title }) : refused('PIECE_NOT_FOUND')
  },

  uses: async ({ month }, { database }) => {
    const figure = await database.open(useFiguresStore).get(month)
    return done({
      month,
      totals: figure?.totals ?? [],
      days: daysOf(month).map((day) => ({ day, ...(figure?.days[day.slice(8)] ?? noUses()) })),
      heat: heatGrid(figure?.heat ?? {}),
      countedAt: figure?.countedAt ?? null,
    })
  },

  hotlines: async ({ month }, { database }) => done(await hotlineFigures(month, database)),

  counselling: async ({ month }, context) => done(await counsellingFigures(month, context)),

  events: async ({ month }, { database }) => done(await eventFigures(month, database)),

  ownCounselling: async ({ month }, { caller, database }) =>
    done(await ownCounselling(caller.staffId, month, database)),

  branch: async ({ month }, { branchId, database }) => {
    const people = await peopleOfBranch({ branchId, month }, database)
    return people ? done(people) : refused('BRANCH_NOT_FOUND')
  },

  branchesBelow: async ({ month, after }, { branchId, database }) =>
    done(await peopleBelowBranch({ branchId, month, after }, database)),
}

const sumOf = (month: string, figure: Figure | undefined) => ({
  month,
  totals: figure?.totals ?? zero(),
  days: daysOf(month).map((day) => ({ day, ...(figure?.days[day.slice(8)] ?? zero()) })),
  countedAt: figure?.countedAt ?? null,
})
