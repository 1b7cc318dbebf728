import { isIP, isIPv6 } from 'node:net'

/**
 * Where a request came from. `trusted` proxies of ours each appended the address they saw to X-Forwarded-For; whatever
 * stands further left was written by the client and is ignored. An IPv6 network of one household (/64) counts as one.
 */
export function clientAddress(socket: string | undefined, forwarded: string | undefined, trusted: number): string {
  const hops = [
    ...(forwarded ?? '')
      .split(',')
      .map((hop) => hop.trim())
      .filter(Boolean),
    socket ?? '',
  ]
  const claimed = hops[Math.max(0, hops.length - 1 - trusted)] ?? ''
  const address = trusted > 0 && isIP(claimed) ? claimed : (socket ?? '')
  return networkOf(address)
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
