import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

/** Keeps a picture for the README, when PICTURES=1 asks for them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}${name}.png`, await page.screenshot({ animations: 'disabled', scale: 'css' }))
}
