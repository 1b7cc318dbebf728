import { signedIn } from '../../session/store'

const FIRST_MS = 2_000
const LONGEST_MS = 30_000

export const waitFor = (tries: number) => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, tries - 1))

/** Until it is worth trying again: somebody signed in, the network is said to be back, or some seconds have passed. */
export const untilAgain = async (code: string, tries: number, signal: AbortSignal) => {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = code === 'SIGN_IN_NEEDED' ? undefined : setTimeout(done, waitFor(tries))
    signal.addEventListener('abort', done)
    if (code === 'SIGN_IN_NEEDED') void signedIn().then(done)
    else window.addEventListener('online', done)
  })
}
