import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShownBlock } from '../../../contract/pieces'
import { docFrom } from './blocks-to-doc'
import { sentDoc, shownBody } from './sent-doc'

const file = `${'a'.repeat(64)}.jpg`
const picture: ShownBlock = { type: 'image', file, url: `/files/${file}`, alt: '清晨的山坡', width: 800, height: 600 }

describe('opening a stored body in the editor', () => {
  it('gives each block its node', () => {
    const doc = docFrom([
      { type: 'heading', level: 3, text: '先停一停' },
      {
        type: 'paragraph',
        spans: [{ text: '看看' }, { text: '这里', bold: true, italic: true, link: 'https://example.org/' }],
      },
      { type: 'list', ordered: true, items: [[{ text: '坐稳' }], [{ text: '呼气' }]] },
      { type: 'quote', spans: [{ text: '不急' }] },
      picture,
      { type: 'divider' },
    ])
    expect(doc.content?.map((node) => node.type)).toEqual([
      'heading',
      'paragraph',
      'orderedList',
      'blockquote',
      'image',
      'horizontalRule',
    ])
    expect(doc.content?.[0]?.attrs).toEqual({ level: 3 })
    expect(doc.content?.[1]?.content?.[1]?.marks?.map((mark) => mark.type)).toEqual(['link', 'bold', 'italic'])
    expect(doc.content?.[4]?.attrs).toEqual({ file, src: `/files/${file}`, alt: '清晨的山坡', width: 800, height: 600 })
  })

  it('opens an empty body as one empty paragraph to write in', () => {
    expect(docFrom([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  it('makes a paragraph of each line of a list item and of a quote', () => {
    const doc = docFrom([{ type: 'quote', spans: [{ text: '一' }, { text: '\n' }, { text: '二' }] }])
    expect(doc.content?.[0]?.content).toHaveLength(2)
  })

  it('comes back as the same body when it is saved unchanged', () => {
    const words = fc.stringMatching(/^[\u4e00-\u9fffA-Za-z]{1,12}$/)
    const span = fc
      .record({ text: words })
      .chain(({ text }) =>
        fc.constantFrom(
          { text },
          { text, bold: true },
          { text, italic: true },
          { text, link: 'https://example.org/a' },
        ),
      )
    const spans = fc.array(span, { minLength: 1, maxLength: 4 })
    const block: fc.Arbitrary<ShownBlock> = fc.oneof(
      fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), text: words }),
      fc.record({ type: fc.constant('paragraph' as const), spans }),
      fc.record({
        type: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(spans, { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ type: fc.constant('quote' as const), spans }),
      fc.constant(picture),
      fc.constant({ type: 'divider' as const }),
    )
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (body) => {
        expect(shownBody(docFrom(body))).toEqual(body)
      }),
    )
  })
})

describe('the document that travels', () => {
  it('names pictures by file and carries no address', () => {
    const text = JSON.stringify(sentDoc(docFrom([picture])))
    expect(text).toContain(file)
    expect(text).not.toContain('/files/')
    expect(text).not.toContain('src')
  })

  it('leaves behind a picture that was never stored', () => {
    const doc = {
      type: 'doc' as const,
      content: [{ type: 'image', attrs: { src: 'data:image/png;base64,AAAA', alt: '' } }],
    }
    expect(sentDoc(doc).content).toEqual([])
  })
})
