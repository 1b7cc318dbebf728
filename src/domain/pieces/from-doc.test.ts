import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksFrom } from './from-doc'

const text = (content: string, ...marks: object[]) => ({ type: 'text', text: content, marks })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: object[]) => ({ type: 'doc', content })
const file = `${'a'.repeat(64)}.jpg`

describe('what an editor wrote', () => {
  it('becomes the same shapes, in the same order', () => {
    expect(
      blocksFrom(
        doc(
          { type: 'heading', attrs: { level: 2 }, content: [text('先睡好')] },
          paragraph(text('把'), text('窗帘', { type: 'bold' }), text('拉上', { type: 'italic' })),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('耳塞'))] }] },
          {
            type: 'orderedList',
            content: [{ type: 'listItem', content: [paragraph(text('一')), paragraph(text('二'))] }],
          },
          { type: 'blockquote', content: [paragraph(text('慢慢来'))] },
          { type: 'image', attrs: { file, alt: '一盏灯', width: 600, height: 400 } },
          { type: 'horizontalRule' },
        ),
      ),
    ).toEqual([
      { type: 'heading', level: 2, text: '先睡好' },
      { type: 'paragraph', spans: [{ text: '把' }, { text: '窗帘', bold: true }, { text: '拉上', italic: true }] },
      { type: 'list', ordered: false, items: [[{ text: '耳塞' }]] },
      { type: 'list', ordered: true, items: [[{ text: '一' }, { text: '\n' }, { text: '二' }]] },
      { type: 'quote', spans: [{ text: '慢慢来' }] },
      { type: 'image', file, alt: '一盏灯', width: 600, height: 400 },
      { type: 'divider' },
    ])
  })
  it('loses scripts, raw markup and everything else that is not on the list', () => {
    expect(
      blocksFrom(
        doc(
          { type: 'script', content: [text('alert(1)')] },
          { type: 'html', attrs: { html: '<img onerror=x>' } },
          { type: 'iframe' },
          paragraph(text('留下')),
        ),
      ),
    ).toEqual([{ type: 'paragraph', spans: [{ text: '留下' }] }])
  })
  it('keeps angle brackets as the text they are', () => {
    expect(blocksFrom(doc(paragraph(text('<script>alert(1)</script>'))))).toEqual([
      { type: 'paragraph', spans: [{ text: '<script>alert(1)</script>' }] },
    ])
  })
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    '//example.org',
    'https://user:secret@example.org/',
    'file:///etc/passwd',
    'vbscript:x',
    '/pages/nowhere/index',
    '/pages/help/index/../index',
    '/library/pages/piece/index',
    '/library/pages/piece/index?id=../x',
    '/admin/',
    `https://example.org/${'抑'.repeat(60)}`,
  ])('loses the link %s but keeps its words', (href) => {
    expect(blocksFrom(doc(paragraph(text('看这里', { type: 'link', attrs: { href } }))))).toEqual([
      { type: 'paragraph', spans: [{ text: '看这里' }] },
    ])
  })
  it.each([
    'https://www.who.int/',
    '/pages/home/index',
    '/pages/help/index',
    '/library/pages/list/index?topic=sleep&kind=video',
    '/library/pages/piece/index?id=p1',
    '/library/pages/breathing/index',
    'tel:12356',
  ])('keeps the link %s', (link) => {
    expect(blocksFrom(doc(paragraph(text('看这里', { type: 'link', attrs: { href: link } }))))).toEqual([
      { type: 'paragraph', spans: [{ text: '看这里', link }] },
    ])
  })
  it.each([
    '../../etc/passwd',
    'https://example.org/a.jpg',
    'blob:x',
    `${'a'.repeat(64)}.svg`,
    `${'a'.repeat(64)}.html`,
  ])('loses a picture that is not a stored file: %s', (name) =>
    expect(blocksFrom(doc({ type: 'image', attrs: { file: name, alt: '' } }))).toEqual([]),
  )
  it('never throws and never lets an unknown shape through, whatever a browser sends', () => {
    const shapes = ['heading', 'paragraph', 'list', 'quote', 'image', 'divider']
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (anything) => {
        for (const block of blocksFrom({ type: 'doc', content: [anything] })) expect(shapes).toContain(block.type)
        expect(Array.isArray(blocksFrom(anything))).toBe(true)
      }),
    )
  })
  it('loses no word however long it is, and halves no character', () => {
    const long = `${'字'.repeat(3999)}😀${'后'.repeat(9000)}`
    const [block] = blocksFrom(doc(paragraph(text(long, { type: 'bold' }))))
    const spans = block?.type === 'paragraph' ? block.spans : []
    expect(spans.map((span) => span.text).join('')).toBe(long)
    expect(spans.every((span) => span.bold && span.text.length <= 4000 && span.text.isWellFormed())).toBe(true)
    const described = `${'灯'.repeat(119)}😀`
    const [picture] = blocksFrom(doc({ type: 'image', attrs: { file, alt: described, width: 1, height: 1 } }))
    expect(picture).toMatchObject({ alt: '灯'.repeat(119) })
    expect(blocksFrom(doc(...Array.from({ length: 700 }, () => paragraph(text('字')))))).toHaveLength(700)
    const item = { type: 'listItem', content: [paragraph(text('字'))] }
    const [list] = blocksFrom(doc({ type: 'bulletList', content: Array(300).fill(item) }))
    expect(list?.type === 'list' && list.items).toHaveLength(300)
  })
})
