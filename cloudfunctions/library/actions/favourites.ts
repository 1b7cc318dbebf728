import { done, refused } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { showCards } from '../show'
import { cardsStore, favouriteId, favouritesStore } from '../store'

const PAGE = 20

export const favourites: Handlers<'favourites'> = {
  add: async ({ pieceId }, { caller, database, now }) => {
    if (!(await database.open(cardsStore).get(pieceId))) return refused('PIECE_NOT_FOUND')
    await database.open(favouritesStore).insert({
      id: favouriteId(caller.personId, pieceId),
      personId: caller.personId,
      pieceId,
      addedAt: now.toISOString(),
    })
    return done({})
  },

  remove: async ({ pieceId }, { caller, database }) => {
    await database.open(favouritesStore).remove(favouriteId(caller.personId, pieceId))
    return done({})
  },

  list: async ({ after }, { caller, database, files }) => {
    const page = await database.open(favouritesStore).find({
      index: 'byPerson',
      where: { personId: caller.personId },
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    const cards = await database.open(cardsStore).getMany(page.rows.map((favourite) => favourite.pieceId))
    return done({ ...(await showCards(files, { cards })), next: page.next })
  },
}
