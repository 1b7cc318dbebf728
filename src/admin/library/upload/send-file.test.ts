import { describe, expect, it } from 'vitest'
import type { Api } from '../../../contract/client'
import { base64Of } from './base64'
import { sendFile } from './send-file'

const PART = 4

/** A cloud that keeps parts, and is cut off for the requests named in `troubles`. */
const cloud = (troubles: Record<string, string[]> = {}) => {
  const parts = new Map<number, string>()
  const asked: string[] = []
  let uploads = 0
  const trouble = (name: string) => {
    asked.push(name)
    return troubles[name]?.shift()
  }
  const api: Pick<Api['uploads'], 'begin' | 'part' | 'finish'> = {
    begin: async ({ bytes }) => {
      const code = trouble('begin')
      if (code) return { ok: false, code: code as 'FILE_TOO_LARGE' }
      uploads += 1
      return { ok: true, data: { uploadId: `u${uploads}`, partBytes: PART, parts: Math.ceil(bytes / PART) } }
    },
    part: async ({ number, data }) => {
      const code = trouble(`part ${number}`)
      if (code) return { ok: false, code: code as 'OFFLINE' }
      parts.set(number, data)
      return { ok: true, data: { received: parts.size } }
    },
    finish: async () => {
      const code = trouble('finish')
      if (code) return { ok: false, code: code as 'WRONG_FILE_TYPE' }
      const text = [...parts]
        .sort(([a], [b]) => a - b)
        .map(([, data]) => atob(data))
        .join('')
      return { ok: true, data: { file: text, url: '/files/x', mime: 'text/vtt', bytes: text.length } }
    },
  }
  return { api, asked }
}

const file = new Blob(['0123456789'])

describe('sending a file in parts', () => {
  it('arrives whole, and tells how far it is', async () => {
    const { api, asked } = cloud()
    const told: number[] = []
    const outcome = await sendFile(api, 'captions', file, (sent) => told.push(sent)).run()
    expect(outcome).toMatchObject({ state: 'stored', stored: { file: '0123456789' } })
    expect(asked).toEqual(['begin', 'part 0', 'part 1', 'part 2', 'finish'])
    expect(told).toEqual([4, 8, 10])
  })

  it('sends a part once more by itself when the network stumbles', async () => {
    const { api, asked } = cloud({ 'part 1': ['OFFLINE'] })
    expect((await sendFile(api, 'captions', file, () => {}).run()).state).toBe('stored')
    expect(asked.filter((name) => name === 'part 1')).toHaveLength(2)
  })

  it('stops at the part that failed twice, and goes on from there', async () => {
    const { api, asked } = cloud({ 'part 1': ['OFFLINE', 'TIMED_OUT'] })
    const sending = sendFile(api, 'captions', file, () => {})
    expect(await sending.run()).toEqual({ state: 'stopped', refusal: { ok: false, code: 'TIMED_OUT' } })
    expect(await sending.run()).toMatchObject({ state: 'stored', stored: { file: '0123456789' } })
    expect(asked.filter((name) => name === 'part 0')).toHaveLength(1)
    expect(asked.filter((name) => name === 'begin')).toHaveLength(1)
  })

  it('begins anew when the cloud has forgotten the upload', async () => {
    const { api, asked } = cloud({ 'part 2': ['UPLOAD_NOT_FOUND'] })
    const sending = sendFile(api, 'captions', file, () => {})
    expect(await sending.run()).toMatchObject({ state: 'stopped', refusal: { code: 'UPLOAD_NOT_FOUND' } })
    expect((await sending.run()).state).toBe('stored')
    expect(asked.filter((name) => name === 'begin')).toHaveLength(2)
  })

  it('tells a refusal of the content', async () => {
    const { api } = cloud({ finish: ['WRONG_FILE_TYPE'] })
    expect(await sendFile(api, 'image', file, () => {}).run()).toMatchObject({ refusal: { code: 'WRONG_FILE_TYPE' } })
  })

  it('sends nothing more after it was cancelled', async () => {
    const { api, asked } = cloud()
    const sending = sendFile(api, 'captions', file, () => sending.cancel())
    expect(await sending.run()).toEqual({ state: 'cancelled' })
    expect(asked).toEqual(['begin', 'part 0'])
  })
})

describe('a part as text', () => {
  it('is base64 of every byte, also of a long part', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
    expect(await base64Of(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'))
  })
})
