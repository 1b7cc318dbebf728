import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { base64Of, pngOf } from './png'

/** PNG (third edition) annex D, bit by bit. */
function crcOf(bytes: Buffer) {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

/** As any reader of PNG goes through it, every checksum among it. */
function read(png: Uint8Array) {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks: Record<string, Buffer> = {}
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crcOf(named))
    chunks[named.subarray(0, 4).toString('latin1')] = named.subarray(4)
    at += 12 + length
  }
  const side = chunks.IHDR?.readUInt32BE(0) ?? 0
  const rows = inflateSync(chunks.IDAT ?? Buffer.alloc(0))
  const stride = Math.ceil(side / 8) + 1
  const isDark = (x: number, y: number) => ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0
  return { side, isDark, size: rows.length === stride * side, kinds: Object.keys(chunks) }
}

describe('a picture of squares', () => {
  it('has the checksums that PNG knows', () => {
    expect(crcOf(Buffer.from('IEND'))).toBe(0xae426082)
  })

  it('is a PNG that says what it was made of, with white around', () => {
    const { data, size } = encode('XY1.ticketticket.ABCDEFGH', { border: 0 })
    const picture = read(pngOf(data, { scale: 3, margin: 4 }))
    expect(picture).toMatchObject({ side: (size + 8) * 3, size: true, kinds: ['IHDR', 'IDAT', 'IEND'] })
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++)
        expect(picture.isDark((x + 4) * 3 + 1, (y + 4) * 3 + 1)).toBe(data[y]?.[x] ?? false)
    for (let at = 0; at < picture.side; at++)
      expect([picture.isDark(at, 11), picture.isDark(11, at), picture.isDark(at, picture.side - 1)]).toEqual([
        false,
        false,
        false,
      ])
  })

  it('is written as base64 like anywhere else', () => {
    for (const length of [0, 1, 2, 3, 4, 255, 256]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) & 0xff)
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }
  })
})
