import type { Block, Span } from './blocks'
import { nameOf } from './upload'

/** A node of the editor's document (ProseMirror JSON). It comes from a browser: anything may be in it. */
type Node = { type?: unknown; text?: unknown; attrs?: unknown; marks?: unknown; content?: unknown }

/** A longer run goes on in a span of the same style. */
const MOST_TEXT = 4000
const MOST_ALT = 120
const MOST_LINK = 500

/**
 * Keeps what is on the list and drops the rest: unknown nodes, marks and attributes, scripts, data and javascript
 * addresses, pictures that are not stored files. What is left can be drawn but not run. However long, no word is lost:
 * whether it is too long for one piece is for `save` to say.
 */
export function blocksFrom(doc: unknown): Block[] {
  return children(doc).flatMap(blockFrom)
}

function blockFrom(node: Node): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const spans = spansIn(node)
      return spans.length > 0 ? [{ type: 'paragraph', spans }] : []
    }
    case 'heading': {
      const text = spansIn(node)
        .map((span) => span.text)
        .join('')
        .trim()
      return text ? [{ type: 'heading', level: attr(node, 'level') === 3 ? 3 : 2, text }] : []
    }
    case 'bulletList':
    case 'orderedList': {
      const items = children(node)
        .filter((item) => item.type === 'listItem')
        .map(spansUnder)
        .filter((spans) => spans.length > 0)
      return items.length > 0 ? [{ type: 'list', ordered: node.type === 'orderedList', items }] : []
    }
    case 'blockquote': {
      const spans = spansUnder(node)
      return spans.length > 0 ? [{ type: 'quote', spans }] : []
    }
    case 'image':
      return imageFrom(node)
    case 'horizontalRule':
      return [{ type: 'divider' }]
    default:
      return []
  }
}

function imageFrom(node: Node): Block[] {
  const file = attr(node, 'file')
  const alt = attr(node, 'alt')
  if (typeof file !== 'string' || !nameOf.image.test(file)) return []
  return [
    {
      type: 'image',
      file,
      alt: typeof alt === 'string' ? alt.slice(0, wholeUpTo(alt, MOST_ALT)) : '',
      width: pixels(attr(node, 'width')),
      height: pixels(attr(node, 'height')),
    },
  ]
}

const pixels = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(10_000, Math.max(1, Math.round(value))) : 1

/** The text of a container and of the paragraphs in it; paragraphs after the first begin on a new line. */
function spansUnder(node: Node): Span[] {
  const lines = children(node)
    .filter((child) => child.type === 'paragraph' || child.type === 'heading')
    .map(spansIn)
  return lines
    .filter((spans) => spans.length > 0)
    .flatMap((spans, line) => (line === 0 ? spans : [{ text: '\n' }, ...spans]))
}

function spansIn(node: Node): Span[] {
  const spans: Span[] = []
  for (const child of children(node)) {
    if (child.type === 'hardBreak') spans.push({ text: '\n' })
    if (child.type !== 'text' || typeof child.text !== 'string' || child.text === '') continue
    const marks = Array.isArray(child.marks) ? child.marks : []
    spans.push(...runsOf(child.text).map((text) => spanFrom(text, marks)))
  }
  return spans.some((span) => span.text.trim()) ? spans : []
}

/** Where to cut a text so that at most `most` is before the cut and no character is halved. */
const wholeUpTo = (text: string, most: number, from = 0) => {
  const cut = from + most
  if (cut >= text.length) return text.length
  return /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut
}

function runsOf(text: string): string[] {
  const runs: string[] = []
  for (let from = 0; from < text.length; ) {
    const to = wholeUpTo(text, MOST_TEXT, from)
    runs.push(text.slice(from, to))
    from = to
  }
  return runs
}

function spanFrom(text: string, marks: unknown[]): Span {
  const span: Span = { text }
  for (const mark of marks as Node[]) {
    if (mark?.type === 'bold') span.bold = true
    if (mark?.type === 'italic') span.italic = true
    if (mark?.type === 'link') {
      const link = safeLink(attr(mark, 'href'))
      if (link) span.link = link
    }
  }
  return span
}

/** Pages a text may lead to, with what each must be told. */
const pages = [
  /^\/pages\/(home|learn|tests|counselling|mine|help)\/index$/,
  /^\/counselling\/pages\/list\/index(\?field=[a-z]+)?$/,
  /^\/counselling\/pages\/counsellor\/index\?id=[\w\-.]+$/,
  /^\/events\/pages\/calendar\/index$/,
  /^\/events\/pages\/(event|draw)\/index\?id=[\w\-.]+$/,
  /^\/tests\/pages\/results\/index$/,
  /^\/tests\/pages\/instrument\/index\?of=[\w-]+$/,
  /^\/library\/pages\/(list|favourites|breathing)\/index(\?[\w\-=&.]*)?$/,
  /^\/library\/pages\/piece\/index\?id=[\w\-.]+$/,
  /^\/privacy\/pages\/(centre|features|stored|readings|consents|take-away|destroy|unit|nickname)\/index$/,
]

/** The link as it is kept: a page of ours, an https address, or a telephone number; nothing that could run. */
export function safeLink(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > MOST_LINK) return undefined
  if (pages.some((page) => page.test(href)) || /^tel:[\d-]{3,20}$/.test(href)) return href
  try {
    const url = new URL(href)
    const safe = url.protocol === 'https:' && !url.username && !url.password
    // Written out for the wire an address grows: each Chinese character becomes nine.
    return safe && url.href.length <= MOST_LINK ? url.href : undefined
  } catch {
    return undefined
  }
}

const children = (node: unknown): Node[] => {
  const content = (node as Node | null)?.content
  return Array.isArray(content)
    ? content.filter((child): child is Node => typeof child === 'object' && child !== null)
    : []
}

const attr = (node: Node, name: string): unknown =>
  typeof node.attrs === 'object' && node.attrs !== null && Object.hasOwn(node.attrs, name)
    ? (node.attrs as Record<string, unknown>)[name]
    : undefined
