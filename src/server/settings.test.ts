import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'
import { StartRefused } from './start-refused'

describe('the settings', () => {
  it('know every region whose rules are written down, and refuse another', () => {
    expect(() => readSettings({ XINYI_REGION: 'shenzhen' })).not.toThrow()
    expect(() => readSettings({ XINYI_REGION: 'atlantis' })).toThrow(StartRefused)
    expect(() => readSettings({ XINYI_CHAT_HOURS: '9-21' })).not.toThrow()
    expect(() => readSettings({ XINYI_CHAT_HOURS: '22-6' })).toThrow(StartRefused)
  })
  it('need nothing: this machine alone, an embedded database, links to begin with', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      trustedProxies: 0,
      links: true,
    })
    expect(settings.filesDir).toBe(`${settings.dataDir}/files`)
  })

  it('refuse a PostgreSQL server without keys of the environment', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgres://x' })).toThrow(StartRefused)
    expect(() => readSettings({ DATABASE_URL: 'postgres://x' })).toThrow(/XINYI_KEYS is not/)
  })

  it('make links on a PostgreSQL server only when asked', () => {
    const env = { DATABASE_URL: 'postgres://x', XINYI_KEYS: '{}' }
    expect(readSettings(env).links).toBe(false)
    expect(readSettings({ ...env, SIGN_IN_LINKS: '1' }).links).toBe(true)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number'],
    [{ PORT: '70000' }, 'PORT must be a whole number'],
    [{ PORT: '-1' }, 'PORT must be a whole number'],
    [{ TRUSTED_PROXY: 'yes' }, 'TRUSTED_PROXY must be a whole number'],
    [{ PUBLIC_URL: 'xinyi.example.cn' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'https://xinyi.example.cn/app' }, 'PUBLIC_URL must be an address'],
    [{ ORIGINS: 'https://a.cn, javascript:alert(1)' }, 'ORIGINS must be an address'],
    [{ SIGN_IN_LINKS: 'maybe' }, 'SIGN_IN_LINKS must be 1 or 0'],
  ])('refuse %o in a sentence', (env, sentence) => expect(() => readSettings(env)).toThrow(sentence))

  it('read the origins that may ask besides our own', () => {
    expect(readSettings({ ORIGINS: 'https://a.example.cn https://b.example.cn:8443/' }).origins).toEqual([
      'https://a.example.cn',
      'https://b.example.cn:8443',
    ])
  })
})
