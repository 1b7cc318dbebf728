import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, openSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

export type LineFile = {
  write(line: unknown): Promise<void>
  /** On the disk when it resolves. */
  end(): Promise<void>
  abandon(): void
}

/** JSON, one value a line, compressed, for its owner alone; no more of it is in memory than is on its way. */
export async function writeLines(path: string): Promise<LineFile> {
  const file = await open(path, 'wx', 0o600)
  const zip = createGzip()
  const flowing = pipeline(zip, async (chunks) => {
    for await (const chunk of chunks) await file.writeFile(chunk)
    await file.sync()
  }).finally(() => file.close())
  flowing.catch(() => undefined)
  return {
    write: async (line) => {
      if (!zip.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(zip, 'drain'), flowing])
    },
    end: async () => {
      zip.end()
      await flowing
    },
    abandon: () => {
      zip.destroy()
    },
  }
}

/** Each line of such a file. Throws when it is cut off or damaged. */
export async function* readLines(path: string): AsyncGenerator<unknown> {
  const source = createReadStream(path)
  const text = createGunzip()
  source.on('error', (error) => text.destroy(error))
  source.pipe(text).setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
  if (rest !== '') throw new Error('the last line is cut off')
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Groups of at most `size`. */
export async function* grouped<T>(all: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const each of all) {
    group.push(each)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

export const writeNew = (path: string, text: string) => {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, text)
  return file
}
