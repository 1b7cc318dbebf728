import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Keys } from '../../../cloudfunctions/_kit/keys'
import { StartRefused } from '../start-refused'
import { MANIFEST } from './places'

/** What a dump looks like inside; another shape is another number. */
export const FORMAT = 1

const Manifest = z.strictObject({
  format: z.number(),
  version: z.string(),
  stamp: z.string(),
  /** Documents by collection. */
  counts: z.record(z.string(), z.number()),
  dataKeys: z.number(),
  files: z.number(),
  sha256: z.strictObject({ data: z.string(), files: z.string(), keys: z.string() }),
  /** Tells whether the keys at hand are those the dump was made with. */
  ring: z.string(),
  /** A keyed hash of everything above: nobody without the keys can change a dump unseen. */
  seal: z.string(),
})

export type Manifest = z.infer<typeof Manifest>

const ringMark = (keys: Keys, stamp: string) => keys.hash('backup-ring', stamp)

const sealOf = (
  keys: Keys,
  { format, version, stamp, counts, dataKeys, files, sha256, ring }: Omit<Manifest, 'seal'>,
) =>
  keys.hash(
    'backup-manifest',
    JSON.stringify([
      format,
      version,
      stamp,
      Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)),
      dataKeys,
      files,
      [sha256.data, sha256.files, sha256.keys],
      ring,
    ]),
  )

export function sealed(manifest: Omit<Manifest, 'format' | 'ring' | 'seal'>, keys: Keys): Manifest {
  const whole = { format: FORMAT, ...manifest, ring: ringMark(keys, manifest.stamp) }
  return { ...whole, seal: sealOf(keys, whole) }
}

/** Throws a `StartRefused` unless this is a manifest of ours, made with these keys, and as it was made. */
export async function readManifest(dump: string, keys: Keys): Promise<Manifest> {
  const text = await readFile(join(dump, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
    throw new StartRefused(`${dump} is not a backup: it has no ${MANIFEST}.`)
  })
  const read = Manifest.safeParse(parse(text))
  if (!read.success) throw new StartRefused(`${join(dump, MANIFEST)} is damaged. Nothing was written.`)
  const manifest = read.data
  if (manifest.format !== FORMAT)
    throw new StartRefused(
      `This backup has the format ${manifest.format}; this version reads ${FORMAT}. Nothing was written.`,
    )
  if (manifest.ring !== ringMark(keys, manifest.stamp))
    throw new StartRefused(
      'The keys at hand are not those of this backup. Put back the keys that were kept apart from it (keys.json or XINYI_KEYS), then restore again. Nothing was written.',
    )
  if (manifest.seal !== sealOf(keys, manifest))
    throw new StartRefused(`${join(dump, MANIFEST)} was changed since it was made. Nothing was written.`)
  return manifest
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
