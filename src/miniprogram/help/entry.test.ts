import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const app = join(import.meta.dirname, '..')
const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)pages\/[^/]+\/index\.tsx$/.test(file))
  .map((file) => ({ file, source: readFileSync(join(app, file), 'utf8') }))

it('every page has the way to help, but help itself and the plain page one hides behind', () => {
  expect(pages.length).toBeGreaterThan(15)
  const without = pages.filter(({ source }) => !source.includes('<PageShell') || source.includes('help={false}'))
  expect(without.map(({ file }) => file).sort()).toEqual(['pages/help/index.tsx', 'pages/notes/index.tsx'])
})

it('the colour of help is seen on its page only', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(scss|tsx)$/.test(file))
  const coloured = files.filter((file) => /var\(--(on-)?help/.test(readFileSync(join(app, file), 'utf8')))
  expect(coloured).toEqual(['help/help.scss'])
})
