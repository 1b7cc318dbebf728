import { expect, it } from 'vitest'
import { safeLink } from '../../src/domain/pieces/from-doc'

it('a link in a text leads to every page of the app but the one to hide behind and those that answer a step or show one’s own, and to no other', async () => {
  const config: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = await appConfig()
  const pages = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  const reached = pages.filter((page) =>
    [`/${page}?id=p1`, `/${page}?of=who5`, `/${page}`].some((way) => safeLink(way)),
  )
  expect(pages.filter((page) => !reached.includes(page))).toEqual([
    'pages/notes/index',
    'privacy/pages/consent/index',
    'privacy/pages/receipt/index',
    'tests/pages/taking/index',
    'tests/pages/result/index',
    'tests/pages/sheet/index',
    'tests/pages/survey/index',
    'notices/pages/inbox/index',
    'counselling/pages/confirm/index',
    'counselling/pages/wish/index',
    'counselling/pages/bookings/index',
    'counselling/pages/booking/index',
    'counselling/pages/move/index',
    'chat/pages/chats/index',
    'chat/pages/chat/index',
    'events/pages/mine/index',
    'events/pages/ticket/index',
    'events/pages/rate/index',
    'events/pages/certificate/index',
    'events/pages/door/index',
  ])
  expect(safeLink('/pages/nowhere/index')).toBeUndefined()
})

async function appConfig() {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  return (await import('../../src/miniprogram/app.config')).default as never
}
