import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StartRefused } from './start-refused'

/** How long a request may still take after the server was told to stop. */
const PATIENCE_MS = 10_000

/** What somebody who sends slowly, or not at all, may hold of this process. */
export const bounds = {
  /** For a whole request: a part of an upload is 1.4 MB, and lines of 12 KB a second exist. */
  requestMs: 120_000,
  headersMs: 10_000,
  /** Node looks for those that are late this often. */
  lookEveryMs: 5_000,
  /** Of everybody together; how many one address may have is for the proxy to say. */
  connections: 1000,
}

/** A server that answers with `fetch`, and lets go of whoever oversteps the bounds. */
export function httpServer(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { requestMs, headersMs, lookEveryMs, connections } = bounds,
): Server {
  const serverOptions = {
    requestTimeout: requestMs,
    headersTimeout: headersMs,
    connectionsCheckingInterval: lookEveryMs,
  }
  const server = createAdaptorServer({ fetch, serverOptions }) as Server
  server.maxConnections = connections
  return server
}

/** Begins to listen; port 0 takes any free one. Gives the port. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(refusalOf(error, port, host))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function refusalOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new StartRefused(
      `Port ${port} is already in use by another program. Stop it, or choose another: PORT=8081 npm start.`,
    )
  if (error.code === 'EACCES')
    return new StartRefused(`Port ${port} is reserved on this machine. Choose one above 1024: PORT=8080 npm start.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartRefused(
      `HOST=${host} is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for the network.`,
    )
  return error
}

/** Takes no new requests, lets those under way end, and cuts off what takes too long. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
