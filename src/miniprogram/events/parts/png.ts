/** ISO 3309, as PNG asks for it. */
const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

const crcOf = (bytes: Uint8Array) => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const adlerOf = (bytes: Uint8Array) => {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return ((high << 16) | low) >>> 0
}

const big = (value: number) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]

const chunk = (name: string, data: readonly number[]) => {
  const named = Uint8Array.from([...Array.from(name, (sign) => sign.charCodeAt(0)), ...data])
  return [...big(data.length), ...named, ...big(crcOf(named))]
}

/** One deflate block that is stored as it is: a picture this small is not worth more. At most 65,535 bytes. */
const stored = (data: Uint8Array) => [
  ...[0x78, 0x01, 0x01],
  ...[data.length & 0xff, data.length >>> 8, ~data.length & 0xff, (~data.length >>> 8) & 0xff],
  ...data,
  ...big(adlerOf(data)),
]

/**
 * A picture of dark squares on white, one bit a pixel, each square `scale` pixels wide, with `margin` squares of white around.
 * The bytes of a PNG.
 */
export function pngOf(squares: readonly (readonly boolean[])[], { scale, margin }: { scale: number; margin: number }) {
  const side = (squares.length + 2 * margin) * scale
  const stride = Math.ceil(side / 8) + 1
  const rows = new Uint8Array(stride * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = squares[Math.floor(y / scale) - margin]?.[Math.floor(x / scale) - margin] ?? false
      const at = y * stride + 1 + (x >> 3)
      // A set bit is white.
      if (!dark) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...big(side), ...big(side), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ])
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The app of WeChat has no `btoa`. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const all = (one << 16) | (two << 8) | three
    const signs = [all >> 18, all >> 12, all >> 6, all].map((sign) => BASE64[sign & 63])
    text += signs
      .slice(0, Math.min(4, bytes.length - at + 1))
      .join('')
      .padEnd(4, '=')
  }
  return text
}
