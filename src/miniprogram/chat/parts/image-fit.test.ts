import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, attempts, bytesOf, MOST_BYTES, PIECE_BYTES, piecesOf } from './image-fit'

describe('what is tried until a picture is small enough', () => {
  it('begins with what shows most, and keeps the shape', () => {
    expect(attempts({ width: 4000, height: 3000 }).slice(0, 4)).toEqual([
      { width: 1280, height: 960, quality: 0.8 },
      { width: 1280, height: 960, quality: 0.6 },
      { width: 1280, height: 960, quality: 0.4 },
      { width: 1024, height: 768, quality: 0.8 },
    ])
  })

  it('leaves a small one at its size', () => {
    expect(attempts({ width: 200, height: 100 })).toEqual(
      [0.8, 0.6, 0.4].map((quality) => ({ width: 200, height: 100, quality })),
    )
  })

  it('never makes it larger, and ends at something that fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (width, height) => {
        const tried = attempts({ width, height })
        for (const one of tried) {
          expect(one.width).toBeLessThanOrEqual(width)
          expect(one.height).toBeLessThanOrEqual(height)
        }
        const last = tried.at(-1)
        // Even without any compression: three bytes a point.
        expect((last?.width ?? 0) * (last?.height ?? 0) * 3).toBeLessThanOrEqual(MOST_BYTES)
      }),
    )
  })
})

it('is cut into pieces that together are the picture, each whole and small enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MOST_BYTES }), (bytes) => {
      const all = Buffer.alloc(bytes, 7)
      const pieces = piecesOf(all.toString('base64'))
      expect(bytesOf(all.toString('base64'))).toBe(bytes)
      expect(pieces).toHaveLength(Math.ceil(bytes / PIECE_BYTES))
      expect(pieces.every((piece) => bytesOf(piece) <= PIECE_BYTES)).toBe(true)
      expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).equals(all)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

it('is shown as what it is, and anything else not at all', () => {
  const of = (bytes: number[]) => addressOf(Buffer.from([...bytes, 0, 0, 0, 0, 0, 0]).toString('base64')).slice(0, 15)
  expect(of([0xff, 0xd8, 0xff])).toBe('data:image/jpeg')
  expect(of([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])).toBe('data:image/png;')
  expect(of([0x52, 0x49, 0x46, 0x46])).toBe('data:image/webp')
  expect(of([0x3c, 0x73, 0x76, 0x67])).toBe('')
})
