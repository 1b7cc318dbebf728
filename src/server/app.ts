import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { nanoid } from 'nanoid'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { faultOf } from '../../cloudfunctions/_kit/serve'
import { version } from '../../package.json'
import { answer, type Surroundings } from './door'
import type { Doorbell } from './doorbell'
import { securityHeaders } from './headers'
import { broken, notFound } from './not-found'
import { sendFile } from './serve-files'
import { openStatic } from './static'

export type House = Surroundings & {
  doorbell: Doorbell
  filesDir: string /** Holds the built clients, `h5` and `admin`. */
  dist: string
}

/** Every address this server answers. Other sites' pages get nothing: no answer carries a CORS header. */
export function createApp(house: House) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const h5 = openStatic(`${house.dist}/h5`)
  const admin = openStatic(`${house.dist}/admin`)

  app.use(securityHeaders)
  app.post('/api/:function', (c) => answer(c, house))
  app.get('/api/doorbell', (c) => house.doorbell.answer(c))
  app.all('/api/*', (c) =>
    c.json({ ok: false, code: 'UNKNOWN_ACTION' }, 405, { allow: 'POST', 'cache-control': 'no-store' }),
  )
  app.get('/healthz', async (c) => {
    await house.database.open(staffStore).get('healthz')
    return c.json({ ok: true, version }, 200, { 'cache-control': 'no-store' })
  })
  app.get('/files/:name', (c) => sendFile(c, house.filesDir))
  app.get('/admin', (c) => c.redirect('/admin/', 301))
  app.get('/admin/*', (c) => admin(c, rawPath(c.req.url).slice('/admin/'.length)))
  app.get('/*', (c) => h5(c, rawPath(c.req.url).slice(1)))
  app.notFound(notFound)
  app.onError((error, c) => {
    const bill = { reads: 0, writes: 0, calls: 0 }
    house.log({ requestId: nanoid(), action: '?', code: 'INTERNAL', ms: 0, bill, fault: faultOf(error) })
    return c.req.path === '/healthz' ? c.json({ ok: false }, 503) : broken(c)
  })
  return app
}

/** As it was sent: decoding is left to whoever gives the file, once. */
const rawPath = (url: string) => new URL(url).pathname
