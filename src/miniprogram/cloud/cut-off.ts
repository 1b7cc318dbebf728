import type { Reply } from '../../contract'

export type AnyReply = Reply<unknown, string>

/** A call nobody waits longer for. */
export const PATIENCE_MS = 10_000

export const isReply = (value: unknown): value is AnyReply =>
  typeof value === 'object' &&
  value !== null &&
  ((value as { ok?: unknown }).ok === true ||
    ((value as { ok?: unknown }).ok === false && typeof (value as { code?: unknown }).code === 'string'))

/** Gives the answer, or `TIMED_OUT` when it takes too long. */
export const withinPatience = (answer: Promise<AnyReply>, patience = PATIENCE_MS): Promise<AnyReply> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, code: 'TIMED_OUT' }), patience)
    answer.then((reply) => {
      clearTimeout(timer)
      resolve(reply)
    })
  })

/**
 * What a platform's failure means. CloudBase numbers its own faults -4xxxxx and -5xxxxx: then the network carried the
 * call and the fault is on the other side; anything else never arrived.
 */
export const meaningOf = (failure: unknown): AnyReply => {
  const text =
    typeof failure === 'object' && failure !== null
      ? `${(failure as { errCode?: unknown }).errCode ?? ''} ${(failure as { errMsg?: unknown }).errMsg ?? ''} ${(failure as { message?: unknown }).message ?? ''}`
      : String(failure)
  if (/time ?d? ?-?out|超时/i.test(text)) return { ok: false, code: 'TIMED_OUT' }
  if (/-[45]\d{5}/.test(text)) return { ok: false, code: 'INTERNAL' }
  return { ok: false, code: 'OFFLINE' }
}
