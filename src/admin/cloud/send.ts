import type { Reply } from '../../contract'
import type { Request } from '../../contract/client'
import type { FunctionName } from '../../contract/routes'

/** A part of an upload is 1.4 MB of text; 60 s lets it through a slow office line. */
const PATIENCE_MS = 60_000

const isReply = (value: unknown): value is Reply<unknown, string> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'

const spoken = async (response: Response): Promise<Reply<unknown, string>> => {
  const said: unknown = await response.json().catch((fault: unknown) => {
    if (fault instanceof SyntaxError) return null
    throw fault
  })
  return isReply(said) ? said : { ok: false, code: response.status === 413 ? 'TOO_LARGE' : 'INTERNAL' }
}

/** Nobody else aborts it; when the time is over in the middle of an answer, Chromium may call it `AbortError`. */
const isOurTimeout = (fault: unknown) =>
  fault instanceof DOMException && (fault.name === 'TimeoutError' || fault.name === 'AbortError')

/** One request over HTTP. Being cut off is an answer of its own; anything that is not the cloud's own word is `INTERNAL`. */
export const sendHttp = async (
  fetcher: typeof fetch,
  origin: string,
  token: string | null,
  name: FunctionName,
  request: Request,
): Promise<Reply<unknown, string>> => {
  try {
    const response = await fetcher(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(request),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return await spoken(response)
  } catch (fault) {
    if (isOurTimeout(fault)) return { ok: false, code: 'TIMED_OUT' }
    if (fault instanceof TypeError) return { ok: false, code: 'OFFLINE' }
    throw fault
  }
}
