/** A run of text in one style. A link leads to a page of this app (`/…`) or to an https address. */
export type Span = { text: string; bold?: boolean; italic?: boolean; link?: string }

/**
 * The body of a piece, as phones draw it: a closed list of shapes, so that no markup and no script can be stored.
 * `file` is the content-hash name of an uploaded picture; width and height are pixels.
 */
export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'list'; ordered: boolean; items: Span[][] }
  | { type: 'quote'; spans: Span[] }
  | { type: 'image'; file: string; alt: string; width: number; height: number }
  | { type: 'divider' }

export const textOf = (spans: readonly Span[]) => spans.map((span) => span.text).join('')

/** Everything a reader would read, in order, one line a block. */
export const plainText = (body: readonly Block[]): string =>
  body
    .map((block) => {
      if (block.type === 'heading') return block.text
      if (block.type === 'paragraph' || block.type === 'quote') return textOf(block.spans)
      if (block.type === 'list') return block.items.map(textOf).join('\n')
      return ''
    })
    .filter(Boolean)
    .join('\n')

/** Adults read Chinese on a phone at about 400 characters a minute when unhurried; never less than one minute. */
const CHARACTERS_A_MINUTE = 400

/** Whole minutes. */
export const readingMinutes = (body: readonly Block[]) =>
  Math.max(1, Math.round(plainText(body).replace(/\s/g, '').length / CHARACTERS_A_MINUTE))

/** Far beyond any honest article, and what a phone still draws without a pause. */
const MOST_BLOCKS = 600
const MOST_ITEMS = 200
const MOST_CHARACTERS = 100_000

export const isTooLong = (body: readonly Block[]) =>
  body.length > MOST_BLOCKS ||
  body.some((block) => block.type === 'list' && block.items.length > MOST_ITEMS) ||
  plainText(body).length > MOST_CHARACTERS

/** The files a body shows, each once. */
export const filesIn = (body: readonly Block[]) => [
  ...new Set(body.flatMap((block) => (block.type === 'image' ? [block.file] : []))),
]
