import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type ServerProcess, startServer } from '../durability/server-process'
import { arrive, asks, here, log, type Person, person, reply, says, texts, waiting } from './at-workbench'
import { actionOf } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

/** What a browser writes down when nobody listens, or no longer. */
const GONE = /net::ERR_/

let screens: Screens
let server: ServerProcess
let he: Page
let lin: Person

/** The same folder at the same address, in a process that can be killed. */
const start = async () => {
  server = startServer(screens.dataDir, Number(new URL(screens.url).port))
  await server.ready
}

beforeAll(async () => {
  vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
  screens = await openScreens()
  he = await signedIn(screens, 'hejing', '何静', 'counsellor')
  await screens.server.close()
  await start()
  lin = await person(screens, '清晨的树')
  await arrive(he, screens)
  await here(he).click()
  await asks(lin)
  await says(lin, '最近总是睡不好')
  await waiting(he).getByRole('button', { name: /^接下/ }).click()
  await log(he, lin).getByText('最近总是睡不好').waitFor()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server?.kill()
  await screens.close()
})

it('a server that is killed right after it took a sentence comes back to a desk that lost nothing and says nothing twice', async () => {
  screens.excuse(GONE)
  const tries: string[] = []
  let killing: 'to come' | 'under way' | 'done' = 'to come'
  he.on('request', (request) => {
    if (actionOf(request) === 'workbench.send') tries.push(JSON.parse(request.postData() ?? '').data.messageId)
  })
  await he.route(
    (url) => url.pathname.startsWith('/api/'),
    async (route) => {
      if (killing === 'under way') return route.abort('connectionreset')
      if (actionOf(route.request()) !== 'workbench.send' || killing === 'done') return route.fallback()
      // The doorbell would bring the sentence back before the server is gone, and nothing would be left to send again.
      killing = 'under way'
      await route.fetch()
      await server.kill()
      killing = 'done'
      await route.abort('connectionreset')
    },
  )

  await reply(he).fill('慢慢说，不着急')
  await reply(he).press('Enter')
  await server.ended
  await log(he, lin).getByText('正在发送，连上后自动接着发').waitFor()
  await he.getByText('您写的会留在这里，连上后自动接着发').waitFor()
  await reply(he).fill('我听着')
  await reply(he).press('Enter')
  await reply(he).fill('写到一半')

  await start()
  await says(lin, '刚才断了一下')
  await log(he, lin).getByText('刚才断了一下').waitFor()
  await log(he, lin).getByText('正在发送').first().waitFor({ state: 'detached' })
  await he.getByText('您写的会留在这里').waitFor({ state: 'detached' })

  expect(new Set(tries).size).toBe(2)
  expect(tries.filter((id) => id === tries[0]).length).toBeGreaterThan(1)
  const said = await texts(lin)
  expect(said.slice(0, 2)).toEqual(['最近总是睡不好', '慢慢说，不着急'])
  expect(said.slice(2).sort()).toEqual(['刚才断了一下', '我听着'].sort())
  expect(await reply(he).inputValue()).toBe('写到一半')
  await reply(he).press('Enter')
  await expect.poll(() => texts(lin)).toEqual([...said, '写到一半'])
  await he.getByText(/新的对话会派给您/).waitFor()
  expect(screens.complaints()).toEqual([])
})
