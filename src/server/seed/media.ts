import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Files } from '../../../cloudfunctions/_kit/files'
import type { Media, Picture } from '../../domain/pieces/piece'

const Manifest = z.array(
  z.object({
    file: z.string(),
    mime: z.string(),
    seconds: z.number().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    alt: z.string().optional(),
  }),
)

/** Beside the source, and beside the bundle that is built from it: `media` next to this module. */
export const seedMediaFolder = fileURLToPath(new URL('./media', import.meta.url))

/** The recordings and pictures that come with the product, put among the stored files as they are asked for. */
export function openSeedMedia(folder: string, files: Files) {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const described = (file: string) => {
    const found = manifest.find((each) => each.file === file)
    if (!found) throw new Error(`the seed has no medium ${file}`)
    return found
  }
  const store = async (file: string) => {
    const bytes = readFileSync(join(folder, file))
    const name = `${createHash('sha256').update(bytes).digest('hex')}${extname(file)}`
    if (!(await files.has(name))) await files.put(name, bytes)
    return { name, bytes: bytes.length }
  }
  const has = (file: string) => existsSync(join(folder, file))

  const picture = async (file: string, alt?: string): Promise<Picture> => {
    const { width, height, alt: usual } = described(file)
    if (width === undefined || height === undefined) throw new Error(`the seed's ${file} is no picture`)
    return { file: (await store(file)).name, alt: alt ?? usual ?? '', width, height }
  }

  /** A film's poster and captions carry its name. */
  const recording = async (file: string): Promise<Media> => {
    const { mime, seconds } = described(file)
    if (seconds === undefined) throw new Error(`the seed's ${file} is no recording`)
    const stem = file.slice(0, -extname(file).length)
    const { name, bytes } = await store(file)
    return {
      file: name,
      mime,
      bytes,
      seconds,
      poster: has(`${stem}.jpg`) ? await picture(`${stem}.jpg`) : null,
      captions: has(`${stem}.vtt`) ? (await store(`${stem}.vtt`)).name : null,
    }
  }

  return { picture, recording }
}

export type SeedMedia = ReturnType<typeof openSeedMedia>
