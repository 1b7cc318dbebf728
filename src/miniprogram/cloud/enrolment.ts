import type { Request } from '../../contract/client'
import type { FunctionName } from '../../contract/routes'
import type { AnyReply } from './cut-off'

type Send = (name: FunctionName, request: Request, key: string | null) => Promise<AnyReply>
export type KeyStore = { read: () => string | null; keep: (key: string) => void; drop: () => void }

/** About what is stored already: a browser without a key has nothing, and is not given one for asking. */
const asksOnly: readonly string[] = [
  'membership.show',
  'membership.leave',
  'profile.show',
  'consents.list',
  'consents.withdraw',
  'privacy.stored',
  'privacy.readings',
  'privacy.export',
  'privacy.destroy',
  'privacy.receipt',
  'results.list',
  'results.open',
  'results.destroy',
  'results.fhir',
  'calls.mine',
  'calls.withdraw',
  'notices.list',
  'notices.read',
  'notices.count',
  'chats.mine',
  'chats.pull',
  'chats.read',
  'chats.typing',
  'chats.end',
  'chats.destroy',
  'signups.mine',
  'signups.open',
  'signups.cancel',
  'signups.accept',
  'signups.decline',
  'tickets.open',
  'tickets.checkIn',
  'liveQuestions.mine',
  'liveQuestions.takeBack',
  'ratings.give',
  'ratings.certificate',
]

/**
 * A browser is a visitor until something needs an employee: then it is given a key, once, and asks again. A key the cloud
 * no longer knows is dropped. What was counted travels without the key: it belongs to
 * nobody.
 */
export const withEnrolment = (send: Send, key: KeyStore) => {
  let enrolling: Promise<AnyReply> | null = null

  const enrol = async (): Promise<AnyReply> => {
    enrolling ??= send('people', { action: 'devices.enrol', data: {} }, null).then((reply) => {
      enrolling = null
      if (reply.ok) key.keep((reply.data as { key: string }).key)
      return reply
    })
    return enrolling
  }

  return async (name: FunctionName, request: Request): Promise<AnyReply> => {
    if (name === 'insights') return send(name, request, null)
    const held = key.read()
    let reply = await send(name, request, held)
    if (!reply.ok && reply.code === 'SIGN_IN_NEEDED' && held !== null) {
      if (key.read() === held) key.drop()
      reply = await send(name, request, key.read())
    }
    if (reply.ok || (reply.code !== 'NOT_ALLOWED' && reply.code !== 'SIGN_IN_NEEDED') || key.read() !== null)
      return reply
    if (asksOnly.includes(request.action)) return { ok: false, code: 'SIGN_IN_NEEDED' }
    const enrolled = await enrol()
    return enrolled.ok ? send(name, request, key.read()) : enrolled
  }
}
