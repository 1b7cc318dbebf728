import type { Database } from '../../cloudfunctions/_kit/database'
import { turnedShelf } from '../../cloudfunctions/library/shelf'
import { cardOf } from '../../cloudfunctions/library/show'
import { cardsStore, editionsStore, piecesStore, shelvesStore } from '../../cloudfunctions/library/store'
import type { Edition, Piece } from '../../src/domain/pieces/piece'
import { topics } from '../../src/domain/pieces/words'

const kindsInTurn = ['article', 'article', 'article', 'video', 'audio'] as const

/** As long as a real article: about 1,000 characters in 14 blocks. */
const body = Array.from({ length: 14 }, (_, block) => ({
  type: 'paragraph' as const,
  spans: [{ text: `第 ${block + 1} 段。${'下班以后，先给自己十分钟，什么也不做，只是坐着。'.repeat(3)}` }],
}))

function pieceAt(index: number): { piece: Piece; edition: Edition } {
  const id = `bench${String(index).padStart(6, '0')}`
  const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString()
  const kind = kindsInTurn[index % kindsInTurn.length] ?? 'article'
  const content = {
    topic: topics[index % topics.length] ?? 'stress',
    audiences: [],
    title: `第 ${index} 篇`,
    summary: '给刚下班的您，几件小事。',
    author: '编辑组',
    cover: null,
    body,
    media: null,
    sources: [],
  }
  const writer = { staffId: 'bench', name: '编辑组' }
  return {
    piece: {
      id,
      kind,
      stage: 'published',
      content,
      revision: 4,
      writer,
      writers: [],
      liveVersion: 1,
      lastVersion: 1,
      note: '',
      reviewer: writer,
      publishedAt: at,
      updatedAt: at,
    },
    edition: { id, kind, content, version: 1, minutes: 3, reviewer: '审核组', reviewedAt: at, publishedAt: at },
  }
}

/** Fills the library with so many pieces, as if each had been approved. */
export async function fillShelves(database: Database, amount: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < amount; from += 500) {
    const some = Array.from({ length: Math.min(500, amount - from) }, (_, index) => pieceAt(from + index))
    await database.open(piecesStore).insertMany(some.map(({ piece }) => piece))
    await database.open(editionsStore).insertMany(some.map(({ edition }) => edition))
    await database.open(cardsStore).insertMany(some.map(({ edition }) => cardOf(edition)))
    ids.push(...some.map(({ piece }) => piece.id))
  }
  await database.open(shelvesStore).insert(turnedShelf(new Date()))
  return ids
}
