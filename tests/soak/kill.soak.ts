import { describe, expect, it } from 'vitest'
import { survive } from '../durability/survive'

describe('the server, killed again and again', () => {
  it('loses nothing it has acknowledged', async () => {
    const { acknowledged, lost, starts } = await survive(100, 8)
    console.log(`killed ${starts} times, ${acknowledged} acknowledged writes, ${lost.length} lost`)
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(1000)
  })
})
