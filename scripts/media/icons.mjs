import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot } from '../root.mjs'
import { leaf, leafDark, softInk, softInkDark } from './palette.mjs'
import { palettedPng } from './paletted-png.mjs'

const sources = inRoot('scripts/media/icons')
const tabSide = 81 // WeChat app.json, tabBar.list.iconPath: 81 x 81 px recommended, 40 KB at most

const looks = [
  { suffix: '', colour: softInk, fill: 0 },
  { suffix: '-selected', colour: leaf, fill: 0.2 },
  { suffix: '-dark', colour: softInkDark, fill: 0 },
  { suffix: '-selected-dark', colour: leafDark, fill: 0.24 },
]

/** Each tab's icon at rest and selected, for light and for dark. */
export async function writeTabIcons(folder) {
  await mkdir(folder, { recursive: true })
  for (const name of (await readdir(join(sources, 'tabs'))).sort()) {
    const svg = await readFile(join(sources, 'tabs', name), 'utf8')
    for (const { suffix, colour, fill } of looks) {
      const painted = svg.replaceAll('currentColor', colour).replaceAll('fill-opacity="0"', `fill-opacity="${fill}"`)
      const png = await palettedPng(painted, tabSide, tabSide, 32)
      await writeFile(join(folder, name.replace('.svg', `${suffix}.png`)), png)
    }
  }
}

const key = (name) => (name.includes('-') ? `'${name}'` : name)

/** The app's line icons as one TypeScript module: a picture address that carries its own colour. */
export async function writeIconModule(file) {
  const shapes = []
  for (const source of (await readdir(join(sources, 'ui'))).sort()) {
    const svg = await readFile(join(sources, 'ui', source), 'utf8')
    const markup = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).trim()
    const line = `  ${key(source.replace('.svg', ''))}: '${markup}',`
    shapes.push(line.length <= 120 ? line : line.replace(': ', ':\n    '))
  }
  const module = `// Written by scripts/media.mjs from scripts/media/icons/ui.
const shapes = {
${shapes.join('\n')}
}

export type IconName = keyof typeof shapes

/** An address for \`<Image src>\`: the icon drawn in this colour, sharp up to 96 px and shown alike on both platforms. */
export const icon = (name: IconName, colour: string): string => {
  const line = 'fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
  const size = 'width="96" height="96" viewBox="0 0 24 24"'
  const svg = \`<svg xmlns="http://www.w3.org/2000/svg" \${size} color="\${colour}" \${line}>\${shapes[name]}</svg>\`
  return \`data:image/svg+xml,\${encodeURIComponent(svg)}\`
}
`
  await writeFile(file, module)
}
