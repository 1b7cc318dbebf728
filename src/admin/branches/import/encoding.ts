export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030'
export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  gb18030: 'GB18030（GBK）',
}

const beginsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** A workbook (.xlsx is a zip, .xls an OLE file) that was only given another name is no text at all. */
export const isWorkbook = (start: Uint8Array) =>
  beginsWith(start, 0x50, 0x4b, 0x03, 0x04) || beginsWith(start, 0xd0, 0xcf, 0x11, 0xe0)

/** By its mark, else whether it can be UTF-8; what cannot is what Excel writes on a Chinese Windows. */
export const encodingOf = (start: Uint8Array): Encoding => {
  if (beginsWith(start, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (beginsWith(start, 0xff, 0xfe)) return 'utf-16le'
  try {
    // `stream`: the last character may be cut by where the start ends.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch (fault) {
    if (fault instanceof TypeError) return 'gb18030'
    throw fault
  }
}
