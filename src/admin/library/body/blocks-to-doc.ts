import type { JSONContent } from '@tiptap/react'
import type { ShownBlock } from '../../../contract/pieces'
import type { Span } from '../../../domain/pieces/blocks'

export type Doc = JSONContent & { type: 'doc' }

const markedText = ({ text, bold, italic, link }: Span): JSONContent => {
  const marks = [
    ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ]
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }
}

/** Cut at every line break; a break may stand alone or inside a run of text. */
const linesOf = (spans: readonly Span[]): Span[][] => {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    span.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text) lines.at(-1)?.push({ ...span, text })
    })
  }
  return lines
}

const paragraphs = (spans: readonly Span[]): JSONContent[] =>
  linesOf(spans).map((line) => ({ type: 'paragraph', content: line.map(markedText) }))

const brokenLines = (spans: readonly Span[]): JSONContent[] =>
  linesOf(spans).flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...line.map(markedText)])

const nodeOf = (block: ShownBlock): JSONContent => {
  switch (block.type) {
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.level },
        content: block.text ? [{ type: 'text', text: block.text }] : [],
      }
    case 'paragraph':
      return { type: 'paragraph', content: brokenLines(block.spans) }
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: paragraphs(item) })),
      }
    case 'quote':
      return { type: 'blockquote', content: paragraphs(block.spans) }
    case 'image':
      return {
        type: 'image',
        attrs: { file: block.file, src: block.url, alt: block.alt, width: block.width, height: block.height },
      }
    case 'divider':
      return { type: 'horizontalRule' }
  }
}

/** The stored body as a document the editor opens; saved unchanged it becomes the same body again. */
export const docFrom = (body: readonly ShownBlock[]): Doc => ({
  type: 'doc',
  content: body.length > 0 ? body.map(nodeOf) : [{ type: 'paragraph' }],
})
