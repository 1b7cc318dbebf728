import { describe, expect, it } from 'vitest'
import { Draft } from '../../src/contract/desk'
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
