import { it } from 'vitest'
import { DESKTOP, openScreens, PHONE } from './open-screens'

const OUT = '/tmp/shots'
it('looks', async () => {
  const s = await openScreens()
  const p = await s.visitor(PHONE)
  const calls: string[] = []
  p.on('request', (r) => r.url().includes('/api/') && calls.push(r.postData() ?? ''))
  await p.goto(s.url)
  await p.getByText('新近').waitFor()
  console.log('calls', calls)
  const shot = async (name: string) => {
    await p.waitForTimeout(500)
    await p.screenshot({ path: `${OUT}/${name}.png` })
  }
  await shot('home')
  console.log(
    await p.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(
          (e) => e.scrollHeight > e.clientHeight + 2 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowY),
        )
        .map((e) => e.tagName + '.' + e.className),
    ),
  )
  await p.evaluate(() => {
    for (const e of document.querySelectorAll('*'))
      if (e.scrollHeight > e.clientHeight + 50 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowY))
        e.scrollTop = 700
  })
  await shot('home2')
  for (const [name, path] of Object.entries({
    learn: 'pages/learn/index',
    mine: 'pages/mine/index',
    help: 'pages/help/index',
    notes: 'pages/notes/index',
    list: 'library/pages/list/index?topic=sleep',
    article: 'library/pages/piece/index?id=sleep-after-shifts',
    video: 'library/pages/piece/index?id=breathing-with-light',
    audio: 'library/pages/piece/index?id=evening-quiet',
    favourites: 'library/pages/favourites/index',
    breathing: 'library/pages/breathing/index?id=breathing-guide',
  })) {
    await p.goto(`${s.url}/#/${path}`)
    await p.waitForTimeout(700)
    await shot(name)
  }
  await p.evaluate(() => localStorage.setItem('preferences', JSON.stringify({ data: { large: true, shade: 'dark' } })))
  for (const [name, path] of Object.entries({
    home: '',
    mine: 'pages/mine/index',
    list: 'library/pages/list/index?topic=sleep',
    article: 'library/pages/piece/index?id=sleep-after-shifts',
    video: 'library/pages/piece/index?id=breathing-with-light',
    audio: 'library/pages/piece/index?id=evening-quiet',
    breathing: 'library/pages/breathing/index?id=breathing-guide',
    help: 'pages/help/index',
    learn: 'pages/learn/index',
  })) {
    await p.goto(`${s.url}/?x#/${path}`)
    await p.reload()
    await p.waitForTimeout(700)
    await shot(`dl-${name}`)
  }
  console.log(await p.evaluate(() => JSON.stringify(localStorage).slice(0, 1500)))
  console.log(s.complaints())
  await s.close()
}, 120000)
