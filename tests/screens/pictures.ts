import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

/** They are kept with the source for ever. */
const MOST_BYTES = 150 * 1024

/** Keeps a picture for the README, when PICTURES=1 asks for them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return
  const picture = await page.screenshot({ animations: 'disabled', scale: 'css' })
  if (picture.length > MOST_BYTES) throw new Error(`${name} has ${picture.length} bytes: show less`)
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}${name}.png`, picture)
}
