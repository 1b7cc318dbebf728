import { spawn } from 'node:child_process'
import { once } from 'node:events'

const packages = { ffmpeg: 'ffmpeg', ffprobe: 'ffmpeg', 'rsvg-convert': 'librsvg2-bin', 'fc-match': 'fontconfig' }
export const captionFont = 'Noto Sans CJK SC'

/** Something the maintainer must install; its message is the whole answer, no stack needed. */
export const missing = (sentence) => Object.assign(new Error(sentence), { missing: true })

/** Runs a program with these bytes, or these chunks one after another, as its input. */
export async function run(program, args, input = []) {
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
  // A program that ends early says why on its own stderr; the broken pipe would only hide that.
  child.stdin.on('error', () => {})
  const feeding = feed(child.stdin, Buffer.isBuffer(input) || typeof input === 'string' ? [input] : input)
  const code = await ending
  const errors = Buffer.concat(said).toString('utf8')
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${errors.slice(-2000)}`)
  await feeding
  return { out: Buffer.concat(out), errors }
}

async function feed(stdin, chunks) {
  for await (const chunk of chunks) {
    if (stdin.destroyed) return
    if (!stdin.write(chunk)) await Promise.race([once(stdin, 'drain'), once(stdin, 'close')])
  }
  stdin.end()
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
