import type { Audience, Topic } from '../../../domain/pieces/words'

export type SeedBlock =
  | { type: 'paragraph'; text: string }
  | { type: 'heading'; text: string }
  | { type: 'list'; ordered: boolean; items: string[] }
  | { type: 'quote'; text: string }
  | { type: 'image'; media: string; alt: string }

export type SeedPiece = {
  slug: string
  kind: 'article' | 'video' | 'audio' | 'exercise'
  topic: Topic
  audiences: Audience[]
  title: string
  summary: string
  author: string
  sources: { title: string; publisher: string; year: number; url?: string }[]
  body: SeedBlock[]
  media?: { file: string; seconds: number; captions?: string }
}
