import * as z from 'zod'
import type { Outcome } from '../../../src/domain/notices/notice'
import type { Message, Template } from '../../../src/domain/notices/template'
import { pushedKinds } from '../../../src/domain/notices/words'

const Templates = z.array(
  z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
    kinds: z.array(z.enum(pushedKinds)).min(1),
    fields: z.record(z.string().regex(/^[a-z_]+\d+$/), z.enum(['words', 'time'])),
  }),
)

/** `XINYI_TEMPLATES` as the union set it; none where it is not set. Throws where it cannot be read: half a channel is none. */
export function readTemplates(json: string | undefined): readonly Template[] {
  if (json === undefined || json.trim() === '') return []
  const parsed = Templates.safeParse(parse(json))
  if (!parsed.success) throw new Error('XINYI_TEMPLATES cannot be read: see the runbook')
  return parsed.data
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Hands one message to WeChat. Never throws: what nobody knows is `lost`. */
export type Send = (openid: string, message: Message) => Promise<Outcome>

/** What WeChat alone offers the clock; absent elsewhere. */
export type Channel = { templates: () => readonly Template[]; send: Send }
