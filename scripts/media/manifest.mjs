import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { run } from './programs.mjs'

const mimes = { '.mp4': 'video/mp4', '.m4a': 'audio/mp4', '.jpg': 'image/jpeg', '.vtt': 'text/vtt' }

async function measured(path, mime) {
  if (mime === 'text/vtt') return {}
  const asked = ['-v', 'error', '-show_entries', 'format=duration:stream=width,height', '-of', 'json', path]
  const { format, streams } = JSON.parse((await run('ffprobe', asked)).out.toString('utf8'))
  const size = streams.find(({ width }) => width)
  return {
    ...(mime.startsWith('image/') ? {} : { seconds: Math.round(Number(format.duration) * 10) / 10 }),
    ...(size ? { width: size.width, height: size.height } : {}),
  }
}

/** What each file is, as measured from the file itself; a file over its limit is refused. */
export async function describe(folder, { file, alt, limit }) {
  const path = join(folder, file)
  const content = await readFile(path)
  if (content.length > limit) throw new Error(`${file} has ${content.length} bytes, more than ${limit}.`)
  const mime = mimes[extname(file)]
  return {
    file,
    mime,
    ...(await measured(path, mime)),
    ...(alt ? { alt } : {}),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}
