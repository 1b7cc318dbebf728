import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seedMediaFolder } from './media'

const manifest = JSON.parse(readFileSync(join(seedMediaFolder, 'manifest.json'), 'utf8')) as {
  file: string
  sha256: string
  bytes: number
}[]

describe('the recordings and pictures that come with the product', () => {
  it.each(manifest)('$file is the file the manifest was measured from', ({ file, sha256, bytes }) => {
    const content = readFileSync(join(seedMediaFolder, file))
    expect(content.length).toBe(bytes)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  })
  it('are all in the manifest', () => {
    const files = readdirSync(seedMediaFolder).filter((file) => file !== 'manifest.json')
    expect(files.sort()).toEqual(manifest.map(({ file }) => file).sort())
  })
})
