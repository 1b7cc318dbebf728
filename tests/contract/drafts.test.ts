import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesStore } from '../../cloudfunctions/library/store'
import { Draft } from '../../src/contract/desk'
import { ShownBlock } from '../../src/contract/pieces'
import { blocksFrom } from '../../src/domain/pieces/from-doc'
import { begin } from '../../src/domain/pieces/piece'
import { draftOf } from '../house/pieces'

const named = (ending: string) => `${'a'.repeat(64)}.${ending}`
const picture = { file: named('jpg'), alt: '', width: 600, height: 400 }
const media = { file: named('mp4'), bytes: 9, seconds: 12.5, poster: picture, captions: named('vtt') }

describe('a draft', () => {
  it('takes a picture, a recording and captions, each in its place', () => {
    expect(Draft.safeParse(draftOf('标题', { cover: picture, media })).success).toBe(true)
    expect(Draft.safeParse(draftOf('标题', { media: { ...media, file: named('m4a') } })).success).toBe(true)
  })
  it.each([
    ['captions as a cover', { cover: { ...picture, file: named('vtt') } }],
    ['a film as a cover', { cover: { ...picture, file: named('mp4') } }],
    ['a picture as a film', { media: { ...media, file: named('jpg') } }],
    ['a film as a poster', { media: { ...media, poster: { ...picture, file: named('mp4') } } }],
    ['a picture as captions', { media: { ...media, captions: named('jpg') } }],
    ['a type of its own telling', { media: { ...media, mime: 'text/html' } }],
    ['a picture of no width', { cover: { ...picture, width: 0 } }],
    ['a picture of less than no height', { cover: { ...picture, height: -5 } }],
    ['a poster of half a pixel', { media: { ...media, poster: { ...picture, width: 0.5 } } }],
    ['more bytes than a film may have', { media: { ...media, bytes: 1e12 } }],
  ])('is not taken with %s', (_, change) => {
    expect(Draft.safeParse(draftOf('标题', change as never)).success).toBe(false)
  })
})

describe('a body', () => {
  const href = fc.oneof(
    fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true, size: 'large' }),
    fc.tuple(fc.string({ unit: 'grapheme', maxLength: 300 })).map(([path]) => `https://example.cn/${path}`),
    fc.constantFrom('/pages/help/index', '/pages/nowhere/index', 'tel:12356', 'javascript:alert(1)'),
  )
  const mark = fc.oneof(
    fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }),
    href.map((link) => ({ type: 'link', attrs: { href: link } })),
  )
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.nat({ max: 9000 }).map((length) => `字${'😀'.repeat(length)}`),
  )
  const text = fc.record({ type: fc.constant('text'), text: words, marks: fc.array(mark, { maxLength: 3 }) })
  const paragraph = fc.record({ type: fc.constant('paragraph'), content: fc.array(text, { maxLength: 3 }) })
  const listItem = fc.record({ type: fc.constant('listItem'), content: fc.array(paragraph, { maxLength: 2 }) })
  const image = fc.record({
    type: fc.constant('image'),
    attrs: fc.record({
      file: fc.constantFrom(named('jpg'), named('mp4')),
      alt: fc.string({ unit: 'grapheme', maxLength: 300 }),
      width: fc.double(),
      height: fc.integer(),
    }),
  })
  const list = fc.record({ type: fc.constantFrom('bulletList', 'orderedList'), content: fc.array(listItem) })
  const heading = fc.record({ type: fc.constant('heading'), content: fc.array(text, { maxLength: 2 }) })
  const quote = fc.record({ type: fc.constant('blockquote'), content: fc.array(paragraph, { maxLength: 2 }) })

  it('that was taken in can be stored and shown, whatever an editor wrote', () => {
    const doc = fc.array(fc.oneof(paragraph, list, image, heading, quote), { maxLength: 5 })
    fc.assert(
      fc.property(doc, (content) => {
        const body = blocksFrom({ type: 'doc', content })
        for (const block of body) ShownBlock.parse(block.type === 'image' ? { ...block, url: '' } : block)
        const piece = begin(
          'p1',
          'article',
          '标题',
          { staffId: 'chen', name: '陈静' },
          new Date('2026-03-10T02:00:00Z'),
        )
        piecesStore.schema.parse({ ...piece, content: { ...piece.content, body } })
        expect(JSON.stringify(body).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(body))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
