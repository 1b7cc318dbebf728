/** FIPS 180-4 §4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
)

/** FIPS 180-4 §5.3.3. */
const FIRST = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19] as const

const BLOCK_BYTES = 64

/** UTF-8 by hand: old phones have no TextEncoder. A lone half of a pair becomes U+FFFD, as everywhere else. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
  }
  return Uint8Array.from(bytes)
}

/** FIPS 180-4 §5.1.1: a one, zeros, and the length in bits as 64 of them. */
function padded(message: Uint8Array): Uint8Array {
  const size = Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES
  const bytes = new Uint8Array(size)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(size - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(size - 4, (message.length * 8) >>> 0)
  return bytes
}

/**
 * FIPS 180-4 §6.2.2, of one block of 64 bytes; `words` is room to work in. Written flat, without a function for each rotation:
 * phones compute draws of thousands, also where their JavaScript is only interpreted.
 */
function compress(hash: Int32Array, words: Int32Array, block: DataView, at: number): void {
  for (let t = 0; t < 16; t++) words[t] = block.getInt32(at + t * 4)
  for (let t = 16; t < 64; t++) {
    const before = words[t - 2] ?? 0
    const older = words[t - 15] ?? 0
    const small1 = ((before >>> 17) | (before << 15)) ^ ((before >>> 19) | (before << 13)) ^ (before >>> 10)
    const small0 = ((older >>> 7) | (older << 25)) ^ ((older >>> 18) | (older << 14)) ^ (older >>> 3)
    words[t] = small1 + (words[t - 7] ?? 0) + small0 + (words[t - 16] ?? 0)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let t = 0; t < 64; t++) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + (words[t] ?? 0)) | 0
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + big0 + ((b & c) ^ (b & d) ^ (c & d))) | 0
  }
  let index = 0
  for (const value of [a, b, c, d, e, f, g, h]) {
    hash[index] = (hash[index] ?? 0) + value
    index++
  }
}

/** SHA-256 (FIPS 180-4) of bytes: 32 bytes. Written out because phones inside WeChat have no `crypto.subtle`. */
export function sha256(message: Uint8Array): Uint8Array {
  const hash = Int32Array.from(FIRST)
  const words = new Int32Array(64)
  const bytes = padded(message)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) compress(hash, words, view, at)
  const out = new DataView(new ArrayBuffer(32))
  for (const [index, value] of hash.entries()) out.setInt32(index * 4, value)
  return new Uint8Array(out.buffer)
}

/** HMAC-SHA-256 (RFC 2104): 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const fitted = new Uint8Array(BLOCK_BYTES)
  fitted.set(key.length > BLOCK_BYTES ? sha256(key) : key)
  const inner = sha256(
    joined(
      fitted.map((byte) => byte ^ 0x36),
      message,
    ),
  )
  return sha256(
    joined(
      fitted.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}

const joined = (one: Uint8Array, other: Uint8Array) => {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Of a text's UTF-8, as 64 hex digits. */
export const sha256Hex = (text: string) => hex(sha256(utf8(text)))
