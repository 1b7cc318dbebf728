import type { Block } from '../../domain/pieces/blocks'
import type { Content } from '../../domain/pieces/piece'
import type { SeedMedia } from './media'
import type { SeedBlock, SeedPiece } from './pieces/seed-piece'

/** Pictures that go with a text; the others are shown with the drawing of their topic. */
const covers: Record<string, string> = {
  'first-three-months': 'hills-morning.jpg',
  'burnout-is-not-laziness': 'desk-light.jpg',
}

/** What an editor would have written. */
export async function contentOf(piece: SeedPiece, media: SeedMedia): Promise<Content> {
  const { topic, audiences, title, summary, author, sources } = piece
  const cover = covers[piece.slug]
  const body: Block[] = []
  for (const block of piece.body) body.push(await blockOf(block, media))
  return {
    topic,
    audiences,
    title,
    summary,
    author,
    cover: cover === undefined ? null : await media.picture(cover),
    body,
    media: piece.media ? await media.recording(piece.media.file) : null,
    sources,
  }
}

async function blockOf(block: SeedBlock, media: SeedMedia): Promise<Block> {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: 2, text: block.text }
    case 'list':
      return { type: 'list', ordered: block.ordered, items: block.items.map((text) => [{ text }]) }
    case 'image':
      return { type: 'image', ...(await media.picture(block.media, block.alt)) }
    default:
      return { type: block.type, spans: [{ text: block.text }] }
  }
}
