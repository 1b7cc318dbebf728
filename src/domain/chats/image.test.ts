import { describe, expect, it } from 'vitest'
import { fits, isImage, MOST_BYTES, MOST_DATA, MOST_PIECES, PIECE_BYTES } from './image'

const jpeg = (length: number) => Uint8Array.of(0xff, 0xd8, 0xff, ...new Array(Math.max(0, length - 3)).fill(1))

describe('a picture', () => {
  it('is known by how it begins, not by what it is called', () => {
    expect(isImage(jpeg(20))).toBe(true)
    expect(isImage(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(true)
    expect(isImage(new TextEncoder().encode('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '))).toBe(true)
    expect(isImage(new TextEncoder().encode('RIFF\u0001\u0001\u0001\u0001WAVEfmt '))).toBe(false)
    expect(isImage(new TextEncoder().encode('<svg onload=alert(1)>'))).toBe(false)
    expect(isImage(new Uint8Array())).toBe(false)
  })
  it('comes in pieces of which only the first has to begin like one', () => {
    expect(fits({ piece: 0, pieces: 2 }, jpeg(100))).toBe(true)
    expect(fits({ piece: 0, pieces: 2 }, Uint8Array.of(1, 2, 3))).toBe(false)
    expect(fits({ piece: 1, pieces: 2 }, Uint8Array.of(1, 2, 3))).toBe(true)
    expect(fits({ piece: 2, pieces: 2 }, Uint8Array.of(1))).toBe(false)
    expect(fits({ piece: 0, pieces: 1 }, jpeg(PIECE_BYTES))).toBe(true)
    expect(fits({ piece: 0, pieces: 1 }, jpeg(PIECE_BYTES + 1))).toBe(false)
    expect(fits({ piece: 1, pieces: 2 }, new Uint8Array())).toBe(false)
  })
  it('of the largest size fits into as many pieces as are taken', () => {
    expect(MOST_PIECES * PIECE_BYTES).toBeGreaterThanOrEqual(MOST_BYTES)
    expect((MOST_PIECES - 1) * PIECE_BYTES).toBeLessThan(MOST_BYTES)
    expect(Buffer.from(jpeg(PIECE_BYTES)).toString('base64').length).toBe(MOST_DATA)
  })
})
