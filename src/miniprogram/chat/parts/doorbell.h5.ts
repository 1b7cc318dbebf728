import { deviceKey } from '../../cloud/device-key'
import type { Heard } from './doorbell'

/** The server says something every 20 seconds, if only that it is there. */
const SILENT_MS = 50_000

/** By `fetch`: an `EventSource` could show the key in the address only, where it would be written down. */
export const listenAtDoor = (heard: Heard): (() => void) | null => {
  const key = deviceKey.read()
  if (key === null || typeof AbortController === 'undefined' || typeof fetch === 'undefined') return null
  const line = new AbortController()
  let silent: ReturnType<typeof setTimeout> | undefined
  let over = false

  const hangUp = () => {
    over = true
    clearTimeout(silent)
    line.abort()
  }
  const broken = () => {
    if (over) return
    hangUp()
    heard.broken()
  }
  const alive = () => {
    clearTimeout(silent)
    silent = setTimeout(broken, SILENT_MS)
  }

  const listen = async () => {
    alive()
    const answer = await fetch('/api/doorbell', {
      headers: { authorization: `Bearer ${key}` },
      signal: line.signal,
      cache: 'no-store',
    })
    const reader = answer.ok ? answer.body?.getReader() : undefined
    const words = new TextDecoder()
    // What is cut in two by the way it travels is one line all the same.
    let rest = ''
    while (reader) {
      const { done, value } = await reader.read()
      if (done) break
      alive()
      const lines = (rest + words.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (lines.some((one) => one.trim() === 'event: ring') && !over) heard.ring()
    }
  }
  listen().then(broken, broken)
  return hangUp
}
