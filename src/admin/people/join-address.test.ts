import { describe, expect, it } from 'vitest'
import { joinAddress } from './join-address'

describe('a one-time link', () => {
  it('leads to the join page of this very console', () => {
    expect(joinAddress({ origin: 'https://xinyi.example.org', pathname: '/admin/' }, 'i_Ab-9')).toBe(
      'https://xinyi.example.org/admin/#/join/i_Ab-9',
    )
  })
})
