import { connect, createServer, type Socket } from 'node:net'
import type { Chance } from './chance'

export type Line = {
  url: string
  /** From now on whoever connects is led here. */
  leadTo: (port: number) => void
  /** Cuts one in so many of the connections, wherever in a request or an answer each of them is. */
  cutSome: (oneIn: number, chance: Chance) => number
  close: () => Promise<void>
}

/** A line between clients and a server, which keeps its address while the server behind it comes and goes. */
export async function openLine(): Promise<Line> {
  const connections = new Set<{ near: Socket; far: Socket }>()
  let port = 0
  const line = createServer((near) => {
    const connection = { near, far: connect(port, '127.0.0.1') }
    connections.add(connection)
    const cut = () => hangUp(connection)
    for (const end of [near, connection.far]) end.on('error', cut).on('close', cut)
    near.pipe(connection.far).pipe(near)
  })
  const hangUp = (connection: { near: Socket; far: Socket }) => {
    connections.delete(connection)
    connection.near.destroy()
    connection.far.destroy()
  }
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const address = line.address()
  if (typeof address !== 'object' || !address) throw new Error('the line has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo: (to) => {
      port = to
    },
    cutSome: (oneIn, chance) => {
      const unlucky = [...connections].filter(() => chance.below(oneIn) === 0)
      unlucky.forEach(hangUp)
      return unlucky.length
    },
    close: () => {
      const closed = new Promise<void>((resolve) => line.close(() => resolve()))
      connections.forEach(hangUp)
      return closed
    },
  }
}
