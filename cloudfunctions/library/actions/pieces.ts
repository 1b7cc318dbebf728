import { done, refused } from '../../../src/domain/result'
import type { Database } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { remembered } from '../shelf'
import { showCards, showEdition } from '../show'
import { cardsStore, editionsStore, favouriteId, favouritesStore } from '../store'

const LATEST = 8
const RECORDINGS = 4
const PAGE = 20

export const pieces: Handlers<'pieces'> = {
  home: async (_, { database, files }) =>
    done(await showCards(files, await remembered('home', database, () => homeLists(database)))),

  list: async ({ topic, kind, after }, { database, files }) => {
    const index = topic && kind ? 'byTopicAndKind' : topic ? 'byTopic' : kind ? 'byKind' : 'newest'
    const where = { ...(topic && { topic }), ...(kind && { kind }) }
    const find = () =>
      database.open(cardsStore).find({ index, where, order: 'descending', limit: PAGE, ...(after && { after }) })
    // Further pages are named by cursors that anybody can make up: remembered, they would push out what is asked for.
    const page = after ? await find() : await remembered(`${topic} ${kind}`, database, find)
    return done({ ...(await showCards(files, { cards: page.rows })), next: page.next })
  },

  open: async ({ pieceId }, { database, files, caller }) => {
    const [edition, favourite] = await Promise.all([
      database.open(editionsStore).get(pieceId),
      caller.kind === 'employee'
        ? database.open(favouritesStore).get(favouriteId(caller.personId, pieceId))
        : undefined,
    ])
    return edition ? done(await showEdition(files, edition, favourite !== undefined)) : refused('PIECE_NOT_FOUND')
  },
}

async function homeLists(database: Database) {
  const newest = async (kind: string, limit: number) =>
    (await database.open(cardsStore).find({ index: 'byKind', where: { kind }, order: 'descending', limit })).rows
  const [latest, videos, audios] = await Promise.all([
    newest('article', LATEST),
    newest('video', RECORDINGS),
    newest('audio', RECORDINGS),
  ])
  return { latest, videos, audios }
}
