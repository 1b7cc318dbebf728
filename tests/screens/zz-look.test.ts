import { it } from 'vitest'
import { arrive } from './in-app'
import { openScreens } from './open-screens'
it('looks', async () => {
  const screens = await openScreens()
  const page = await arrive(screens)
  page.on('response', async (r) => { if (r.url().includes('/api/')) console.log(r.request().postData(), r.status(), (await r.text()).slice(0, 300)) })
  await page.getByRole('link', { name: '测' }).filter({ visible: true }).tap()
  await page.waitForTimeout(2500)
  await page.screenshot({ path: '/tmp/f-look/zz.png' })
  console.log(screens.complaints())
  await screens.close()
})
