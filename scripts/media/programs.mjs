import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const packages = { ffmpeg: 'ffmpeg', ffprobe: 'ffmpeg', 'rsvg-convert': 'librsvg2-bin', 'fc-match': 'fontconfig' }
export const captionFont = 'Noto Sans CJK SC'

/** Something the maintainer must install; its message is the whole answer, no stack needed. */
export const missing = (sentence) => Object.assign(new Error(sentence), { missing: true })

/** Runs a program with these bytes, or these chunks one after another, as its input. */
export async function run(program, args, input = '') {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const out = []
  const said = []
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const ending = new Promise((resolve, reject) => {
    child.on('error', (error) => {
      const absent = error.code === 'ENOENT'
      reject(absent ? missing(`${program} is missing: apt-get install ${packages[program]}`) : error)
    })
    child.on('close', resolve)
  })
  const chunks = Buffer.isBuffer(input) || typeof input === 'string' ? [input] : input
  const [ended, fed] = await Promise.allSettled([ending, pipeline(Readable.from(chunks), child.stdin)])
  if (ended.status === 'rejected') throw ended.reason
  const errors = Buffer.concat(said).toString('utf8')
  if (ended.value !== 0) {
    throw new Error(`${program} ended with ${ended.value}: ${errors.slice(-2000)}`, { cause: fed.reason })
  }
  if (fed.status === 'rejected') throw fed.reason
  return { out: Buffer.concat(out), errors }
}

/** Refuses to begin when a program or the Chinese face is absent, so that no half of the media is rebuilt. */
export async function requirePrograms() {
  await run('ffmpeg', ['-version'])
  await run('ffprobe', ['-version'])
  await run('rsvg-convert', ['--version'])
  const { out } = await run('fc-match', ['-f', '%{family}', captionFont])
  if (!out.toString('utf8').includes('Noto Sans CJK')) {
    throw missing(`The face "${captionFont}" is missing: apt-get install fonts-noto-cjk`)
  }
}

export const rasterise = async (svg, width, height) =>
  (await run('rsvg-convert', ['--format', 'png', '--width', `${width}`, '--height', `${height}`], svg)).out
