import { done, refused } from '../../../src/domain/result'
import { keepFor } from '../../_kit/data-keys'
import type { Handlers } from '../../_kit/serve'
import { showCards } from '../show'
import { cardsStore, favouriteId, favouritesStore } from '../store'

const PAGE = 20

export const favourites: Handlers<'favourites'> = {
  add: async ({ pieceId }, context) => {
    const { personId } = context.caller
    if (!(await context.database.open(cardsStore).get(pieceId))) return refused('PIECE_NOT_FOUND')
    const favourites = context.database.open(favouritesStore)
    const favourite = { id: favouriteId(personId, pieceId), personId, pieceId, addedAt: context.now.toISOString() }
    const write = () => favourites.insert(favourite)
    await keepFor(favouritesStore, personId, context, write, () => favourites.remove(favourite.id))
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
