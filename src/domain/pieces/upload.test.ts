import { describe, expect, it } from 'vitest'
import { accept, isComplete, lengthOfPart, mimeOf, nameOf, partsOf, receive } from './upload'

describe('an upload in parts', () => {
  it('has a last part that may be shorter', () => {
    const upload = { bytes: 2500, parts: partsOf(2500, 1000) }
    expect([0, 1, 2, 3, -1].map((number) => lengthOfPart(upload, number, 1000))).toEqual([
      1000,
      1000,
      500,
      undefined,
      undefined,
    ])
  })
  it('has a whole last part when it divides evenly', () => {
    expect(lengthOfPart({ bytes: 2000, parts: partsOf(2000, 1000) }, 1, 1000)).toBe(1000)
  })
  it('is complete when every part came, in any order and however often', () => {
    const upload = [2, 0, 2, 1].reduce((state, number) => receive(state, number), {
      received: [] as number[],
      parts: 3,
    })
    expect(upload.received).toEqual([0, 1, 2])
    expect(isComplete(upload)).toBe(true)
  })
})

describe('a file', () => {
  it('is taken for what its bytes are', () => {
    expect(accept('audio', 'audio/x-m4a')).toEqual({ ok: true, data: { mime: 'audio/mp4', extension: 'm4a' } })
  })
  it.each([
    ['image', 'video/mp4'],
    ['image', 'image/svg+xml'],
    ['video', 'video/webm'],
    ['audio', undefined],
    ['captions', 'text/html'],
  ] as const)('is refused as %s when it is %s', (kind, mime) => {
    expect(accept(kind, mime)).toEqual({ ok: false, code: 'WRONG_FILE_TYPE' })
  })
  it('has an ending that says what it is, so that nobody else need say it', () => {
    expect(['a.mp4', 'a.m4a', 'a.mp3', 'a.vtt', 'a.jpg'].map(mimeOf)).toEqual([
      'video/mp4',
      'audio/mp4',
      'audio/mpeg',
      'text/vtt',
      'image/jpeg',
    ])
    expect(() => mimeOf('a.exe')).toThrow()
  })
  it('is named for one kind of place only', () => {
    const named = (ending: string) => `${'a'.repeat(64)}.${ending}`
    const fits = (kind: keyof typeof nameOf) =>
      ['jpg', 'png', 'webp', 'gif', 'mp3', 'm4a', 'mp4', 'vtt', 'svg'].filter((ending) =>
        nameOf[kind].test(named(ending)),
      )
    expect([fits('image'), fits('audio'), fits('video'), fits('captions')]).toEqual([
      ['jpg', 'png', 'webp', 'gif'],
      ['mp3', 'm4a'],
      ['mp4'],
      ['vtt'],
    ])
    expect(nameOf.image.test(`x${named('jpg')}`) || nameOf.image.test(`${named('jpg')}\n`)).toBe(false)
  })
})
