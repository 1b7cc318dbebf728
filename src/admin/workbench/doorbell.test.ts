import { expect, it } from 'vitest'
import { openDoorbell } from './doorbell'

const line = (chunks: string[]) =>
  new Response(
    new ReadableStream({
      start: (stream) => {
        for (const chunk of chunks) stream.enqueue(new TextEncoder().encode(chunk))
        stream.close()
      },
    }),
  )

it('rings for what it hears, says when the line is gone, and opens it again with the bearer', async () => {
  const heard: string[] = []
  const bearers: (string | null)[] = []
  await new Promise<void>((over) => {
    const hangUp = openDoorbell({
      fetcher: async (_, init) => {
        bearers.push(new Headers(init?.headers).get('authorization'))
        return line(bearers.length === 1 ? ['event: ring\ndata: \n\n', ': \n\n'] : [])
      },
      token: () => 's_1',
      pause: () => Promise.resolve(),
      ring: () => heard.push('ring'),
      listens: (does) => {
        heard.push(does ? 'there' : 'gone')
        if (!does && bearers.length === 2) {
          hangUp()
          over()
        }
      },
    })
  })
  expect(heard).toEqual(['there', 'ring', 'ring', 'gone', 'there', 'ring', 'gone'])
  expect(bearers).toEqual(['Bearer s_1', 'Bearer s_1'])
})

it('does not claim to listen where it is not let in', async () => {
  const heard = await new Promise<boolean>((over) => {
    const hangUp = openDoorbell({
      fetcher: async () => new Response('{}', { status: 403 }),
      token: () => 's_1',
      pause: () => Promise.resolve(),
      ring: () => over(true),
      listens: (does) => {
        hangUp()
        over(does)
      },
    })
  })
  expect(heard).toBe(false)
})
