import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { bounds, httpServer, listen, stopListening } from './listen'

const SOON = { requestMs: 60, headersMs: 30, lookEveryMs: 10, connections: 2 }
let server: Server

const open = async (within = SOON) => {
  server = httpServer(async (request) => new Response(await request.text()), within)
  return listen(server, 0, '127.0.0.1')
}
afterEach(() => stopListening(server))

/** Says these words, then nothing more; gives what was answered before the server hung up. */
async function hangingUp(port: number, words: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const heard: Buffer[] = []
  socket.on('data', (chunk) => heard.push(chunk))
  socket.write(words)
  await once(socket, 'close')
  return Buffer.concat(heard).toString()
}

/** Both ends of a connection over which nothing is said. */
async function enter(port: number) {
  const accepted = once(server, 'connection')
  const theirs = connect(port, '127.0.0.1')
  const [ours] = (await accepted) as [Socket]
  return { theirs, ours }
}

describe('a server within bounds', () => {
  it.each([
    ['nothing at all', ''],
    ['half a head', 'POST / HTTP/1.1\r\nhost: x\r\n'],
    ['half a body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n1234'],
  ])('lets go of whoever says %s and keeps it waiting', async (_, words) => {
    expect(await hangingUp(await open(), words)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('lets nobody in beyond its connections, and everybody again when one has gone', async () => {
    const port = await open({ ...bounds, connections: 2 })
    const [first, second] = [await enter(port), await enter(port)]
    expect(await hangingUp(port, '')).toBe('')
    first.theirs.destroy()
    await once(first.ours, 'close')
    expect(await hangingUp(port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    second.theirs.destroy()
  })

  it('gives a part of an upload two minutes, a head ten seconds, and a thousand a place', async () => {
    await open(bounds)
    expect([server.requestTimeout, server.headersTimeout, server.maxConnections]).toEqual([120_000, 10_000, 1000])
  })
})
