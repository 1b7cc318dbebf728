import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from './password'

describe('a password hash', () => {
  it('knows its password and no other, and is new every time', async () => {
    const hash = await hashPassword('竹子和雨声 2026')
    expect(await isPassword('竹子和雨声 2026', hash)).toBe(true)
    expect(await isPassword('竹子和雨声 2027', hash)).toBe(false)
    expect(await hashPassword('竹子和雨声 2026')).not.toBe(hash)
  }, 60_000)
  it('is never right where there is none', async () => {
    expect(await isPassword('', undefined)).toBe(false)
    expect(await isPassword('anything', '')).toBe(false)
  }, 60_000)
  it('of unknown shape is a fault, not a wrong password', async () => {
    await expect(isPassword('x', 'md5$abc')).rejects.toThrow()
  })
})
