export interface Field {
  number: number
  value: number | Buffer
}

function readVarint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0
  let at = from
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at]
    if (byte === undefined) throw new Error('protobuf: the message ends inside a number')
    at += 1
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return [value, at]
  }
}

/** The fields of one message, in order: numbers and byte strings, which are all that the cloud calls use. */
export function readMessage(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  while (at < bytes.length) {
    const [tag, afterTag] = readVarint(bytes, at)
    const [first, afterFirst] = readVarint(bytes, afterTag)
    const kind = tag % 8
    if (kind === 0) {
      fields.push({ number: Math.floor(tag / 8), value: first })
      at = afterFirst
    } else if (kind === 2) {
      fields.push({ number: Math.floor(tag / 8), value: bytes.subarray(afterFirst, afterFirst + first) })
      at = afterFirst + first
    } else {
      throw new Error(`protobuf: wire type ${kind} is not supported`)
    }
  }
  return fields
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 0x80)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

/** A negative int32 is written as its 64-bit two's complement, ten bytes long. */
function int32(value: number): Buffer {
  if (value >= 0) return varint(value)
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest >= 128n) {
    bytes.push(Number(rest % 128n) | 0x80)
    rest /= 128n
  }
  return Buffer.from([...bytes, Number(rest)])
}

export function writeMessage(fields: Field[]): Buffer {
  return Buffer.concat(
    fields.flatMap(({ number, value }) =>
      typeof value === 'number'
        ? [varint(number * 8), int32(value)]
        : [varint(number * 8 + 2), varint(value.length), value],
    ),
  )
}
