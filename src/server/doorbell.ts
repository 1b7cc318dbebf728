import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Caller } from '../../cloudfunctions/_kit/caller'
import { identify } from '../../cloudfunctions/_kit/identify'
import { readSigns, type Signs } from '../../cloudfunctions/counselling/signs'
import { bearerOf, isOurs, type Surroundings } from './door'

type Around = Pick<Surroundings, 'database' | 'now' | 'origins'> & { onFault: (error: unknown) => void }

export type Doorbell = ReturnType<typeof openDoorbell>

/** How often the database is asked, once for all who listen. Whoever is rung pulls, so nobody waits much longer than this. */
const LOOK_MS = 400
/** Proxies close what is silent for a minute. */
const ALIVE_MS = 20_000
/** A session that was ended hears nothing more after this. */
const KNOWN_MS = 60_000
/** Of one caller: a phone, and a page that was left open. */
const MOST_OF_ONE = 6
const MOST = 800

type Listener = { who: string; sign: (signs: Signs) => string; heard: string | null; ring: () => void }

/**
 * Says when to ask, and nothing else: the pull is the only source of truth, so a ring that is lost costs a few seconds and
 * never a message. Nobody is told what changed, and nobody hears of what is not theirs.
 */
export function openDoorbell(house: Around) {
  const listeners = new Set<Listener>()
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    looking ??= readSigns(house)
      .then((signs) => {
        for (const listener of listeners) {
          const sign = listener.sign(signs)
          if (sign === listener.heard) continue
          listener.heard = sign
          listener.ring()
        }
      })
      .catch(house.onFault)
      .finally(() => {
        looking = undefined
      })
  }

  function listen(listener: Listener) {
    listeners.add(listener)
    timer ??= setInterval(look, LOOK_MS)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || !timer) return
      clearInterval(timer)
      timer = undefined
    }
  }

  const answer = async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    c.header('cache-control', 'no-store')
    if (!isOurs(c.req.header('origin'), c.req.header('host'), house.origins)) return c.json({ ok: false }, 403)
    const whoAsks = () =>
      identify(bearerOf(c.req.header('authorization')), { database: house.database, now: house.now() })
    const heard = hearing((await whoAsks()).caller)
    if (!heard) return c.json({ ok: false, code: 'NOT_ALLOWED' }, 403)
    const ofThem = [...listeners].filter(({ who }) => who === heard.who).length
    if (listeners.size >= MOST || ofThem >= MOST_OF_ONE) return c.json({ ok: false, code: 'BUSY' }, 429)
    c.header('x-accel-buffering', 'no')
    // Nothing else comes on this line: kept alive, it would hold up a server that stops.
    c.header('connection', 'close')
    return streamSSE(c, async (stream) => {
      const gone = new Promise<void>((resolve) => stream.onAbort(resolve))
      // Not heard of yet is unlike any sign: what changes between the first ring and the first look is rung for.
      const stop = listen({ ...heard, heard: null, ring: () => void stream.writeSSE({ event: 'ring', data: '' }) })
      const alive = setInterval(() => void stream.write(': \n\n'), ALIVE_MS)
      const known = setInterval(async () => {
        const now = await whoAsks().catch(() => undefined)
        if (now && hearing(now.caller)?.who !== heard.who) await stream.close()
      }, KNOWN_MS)
      try {
        // So that whoever comes asks at once, and knows that somebody listens.
        await stream.writeSSE({ event: 'ring', data: '' })
        await Promise.race([gone, closed])
      } finally {
        stop()
        clearInterval(alive)
        clearInterval(known)
      }
    })
  }

  let close = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  return {
    answer,
    /** Everybody hangs up; resolves when nothing is being read any more. */
    close: async () => {
      if (timer) clearInterval(timer)
      timer = undefined
      close()
      await looking
    },
  }
}

/** What somebody may hear of; nothing for a visitor and for other staff. */
function hearing(caller: Caller): Pick<Listener, 'who' | 'sign'> | undefined {
  if (caller.kind === 'employee' || caller.kind === 'member')
    return { who: caller.personId, sign: ({ persons }) => persons.get(caller.personId) ?? '' }
  if (caller.kind === 'staff' && caller.roles.includes('counsellor'))
    return { who: caller.staffId, sign: ({ staff, queue }) => `${staff.get(caller.staffId) ?? ''}#${queue}` }
  return undefined
}
