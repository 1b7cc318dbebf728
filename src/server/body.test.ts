import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readBody } from './body'

const coming = (chunks: string[], headers = {}) => {
  const incoming = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  return Object.assign(incoming, { headers })
}

describe('the body of a request', () => {
  it('is put together however it was cut, within a letter too', async () => {
    const [first, second] = [Buffer.from('心').subarray(0, 2), Buffer.from('心').subarray(2)]
    const incoming = Object.assign(Readable.from([first, second, Buffer.from('驿')]), { headers: {} })
    expect(await readBody(incoming, 6)).toEqual({ text: '心驿' })
  })

  it('is read no further than allowed, and what comes after is left for the answer to get past', async () => {
    const incoming = coming(['1234', '5678', '9'])
    expect(await readBody(incoming, 6)).toBe('too-large')
    expect(incoming.destroyed).toBe(false)
  })

  it('is not touched when it says itself that it is too long', async () => {
    const incoming = coming(['1234'], { 'content-length': '7' })
    expect(await readBody(incoming, 6)).toBe('too-large')
    expect(incoming.readableDidRead).toBe(false)
  })

  it('is cut off when its sender was gone before anybody listened', async () => {
    const incoming = coming(['1234'])
    incoming.destroy()
    expect(await readBody(incoming, 6)).toBe('cut-off')
  })

  it('that fails for another reason is a fault', async () => {
    const incoming = coming(['1234'])
    const reading = readBody(incoming, 6)
    incoming.destroy(new Error('no memory'))
    await expect(reading).rejects.toThrow('no memory')
  })
})
