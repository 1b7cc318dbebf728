import { expect, it } from 'vitest'
import { safeLink } from '../../src/domain/pieces/from-doc'

it('a link in a text leads to every page of the app but the one to hide behind and those that answer a step, and to no other', async () => {
  const config: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = await appConfig()
  const pages = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  const reached = pages.filter((page) => safeLink(`/${page}?id=p1`) ?? safeLink(`/${page}`))
  expect(pages.filter((page) => !reached.includes(page))).toEqual([
    'pages/notes/index',
    'privacy/pages/consent/index',
    'privacy/pages/receipt/index',
  ])
  expect(safeLink('/pages/nowhere/index')).toBeUndefined()
})

async function appConfig() {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  return (await import('../../src/miniprogram/app.config')).default as never
}
