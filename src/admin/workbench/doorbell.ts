type Around = {
  fetcher: typeof fetch
  token: () => string | null
  ring: () => void
  /** Whether somebody will be heard; while not, one has to ask again and again. */
  listens: (does: boolean) => void
  pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const FIRST_PAUSE_MS = 1_000
const LAST_PAUSE_MS = 30_000

/** Over at once when somebody hangs up. */
export const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Hears the line until it breaks. Gives whether anything was heard at all. */
async function hear({ fetcher, token, ring, listens }: Around, signal: AbortSignal): Promise<boolean> {
  const bearer = token()
  if (bearer === null) return false
  const answer = await fetcher('/api/doorbell', {
    headers: { authorization: `Bearer ${bearer}` },
    credentials: 'omit',
    cache: 'no-store',
    signal,
  })
  if (!answer.ok || !answer.body) return false
  listens(true)
  // What happened before the line was up was rung for nobody.
  ring()
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return true
    if (value.includes('event: ring')) ring()
  }
}

/** A line that breaks is opened again, after a longer pause each time it does not come up. Gives what hangs up. */
export function openDoorbell(around: Around): () => void {
  const over = new AbortController()
  const { signal } = over
  const goOn = async () => {
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; ) {
      const heard = await hear(around, signal).catch((fault: unknown) => {
        if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === 'AbortError')) return false
        throw fault
      })
      around.listens(false)
      wait = heard ? FIRST_PAUSE_MS : Math.min(wait * 2, LAST_PAUSE_MS)
      await around.pause(wait, signal)
    }
  }
  goOn()
  return () => over.abort()
}
