import { fileTypeFromBuffer } from 'file-type'

/** What these bytes are, by looking at them; undefined when they are nothing we know. */
export async function sniff(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime === 'video/mp4') return isH264(bytes) ? 'video/mp4' : undefined
  if (found) return found.mime
  return isCaptions(bytes) ? 'text/vtt' : undefined
}

/** Many phones in WeChat play only H.264: the sample description names it. */
const isH264 = (bytes: Uint8Array) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return content.includes('avc1') || content.includes('avc3')
}

const isCaptions = (bytes: Uint8Array) => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text) && text.includes('-->')
  } catch {
    return false
  }
}
