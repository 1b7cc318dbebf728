import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address'

describe('where a request came from', () => {
  it('is the socket when no proxy is ours, whatever the client writes', () => {
    expect(clientAddress('203.0.113.9', '1.1.1.1, 2.2.2.2', 0)).toBe('203.0.113.9')
  })

  it('is what our proxy saw, not what the client wrote before it', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
  })

  it('is the furthest known hop when there are fewer than expected', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.9', 3)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  })

  it('is the socket when the proxy wrote no address', () => {
    expect(clientAddress('10.0.0.1', 'unknown', 1)).toBe('10.0.0.1')
  })

  it('counts an IPv6 household as one and an IPv4 address as itself', () => {
    expect(clientAddress('::ffff:203.0.113.9', undefined, 0)).toBe('203.0.113.9')
    expect(clientAddress('2001:db8:1:2:aaaa::1', undefined, 0)).toBe('2001:db8:1:2::/64')
    expect(clientAddress('2001:0DB8:1:2::9', undefined, 0)).toBe('2001:db8:1:2::/64')
    expect(clientAddress('::1', undefined, 0)).toBe('0:0:0:0::/64')
  })
})
