import type {
  Card,
  ShownBlock,
  Edition as ShownEdition,
  ShownMedia,
  Picture as ShownPicture,
} from '../../src/contract/pieces'
import { type Block, filesIn } from '../../src/domain/pieces/blocks'
import type { Content, Edition, Media, Picture } from '../../src/domain/pieces/piece'
import type { Files } from '../_kit/files'
import type { StoredCard } from './store'

/** Links for everything named, asked for once. */
export type Links = Record<string, string>

const linkOf = (links: Links, file: string): string => {
  const url = links[file]
  if (url === undefined) throw new Error('a link that was not asked for')
  return url
}

export const filesOf = (content: Content): string[] => [
  ...filesIn(content.body),
  ...(content.cover ? [content.cover.file] : []),
  ...(content.media ? filesOfMedia(content.media) : []),
]

const filesOfMedia = (media: Media) => [
  media.file,
  ...(media.poster ? [media.poster.file] : []),
  ...(media.captions ? [media.captions] : []),
]

export const linksFor = (files: Files, names: readonly string[]): Promise<Links> =>
  names.length === 0 ? Promise.resolve({}) : files.links([...new Set(names)])

export const showPicture = (picture: Picture | null, links: Links): ShownPicture | null =>
  picture && { ...picture, url: linkOf(links, picture.file) }

export const showBody = (body: readonly Block[], links: Links): ShownBlock[] =>
  body.map((block) => (block.type === 'image' ? { ...block, url: linkOf(links, block.file) } : block))

export const showMedia = (media: Media | null, links: Links): ShownMedia | null =>
  media && {
    ...media,
    url: linkOf(links, media.file),
    poster: showPicture(media.poster, links),
    captions: media.captions === null ? null : { file: media.captions, url: linkOf(links, media.captions) },
  }

export const showCard = (card: StoredCard, links: Links): Card => ({ ...card, cover: showPicture(card.cover, links) })

/** Cards of several lists with one question for links. */
export async function showCards<K extends string>(
  files: Files,
  lists: Record<K, StoredCard[]>,
): Promise<Record<K, Card[]>> {
  const all = Object.values<StoredCard[]>(lists).flat()
  const links = await linksFor(
    files,
    all.flatMap((card) => (card.cover ? [card.cover.file] : [])),
  )
  const shown = Object.entries<StoredCard[]>(lists).map(([name, cards]) => [
    name,
    cards.map((card) => showCard(card, links)),
  ])
  return Object.fromEntries(shown) as Record<K, Card[]>
}

export async function showEdition(files: Files, edition: Edition, kept: boolean): Promise<ShownEdition> {
  const { content } = edition
  const links = await linksFor(files, filesOf(content))
  return {
    ...showCard(cardOf(edition), links),
    version: edition.version,
    body: showBody(content.body, links),
    media: showMedia(content.media, links),
    sources: content.sources,
    reviewer: edition.reviewer,
    reviewedAt: edition.reviewedAt,
    kept,
  }
}

export const cardOf = ({ id, kind, content, minutes, publishedAt }: Edition): StoredCard => ({
  id,
  kind,
  topic: content.topic,
  audiences: content.audiences,
  title: content.title,
  summary: content.summary,
  author: content.author,
  minutes,
  cover: content.cover ?? content.media?.poster ?? null,
  publishedAt,
})
