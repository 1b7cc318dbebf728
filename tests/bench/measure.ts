import { Agent, request } from 'node:http'

export type Measured = { perSecond: number; p50: number; p95: number; p99: number; failed: number }

export type Asked = { name: string; action: string; data: () => unknown }

/** Readers who ask again as soon as they are answered, for so many seconds; latencies in milliseconds. */
export async function measure(url: string, asked: Asked, readers: number, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const latencies: number[] = []
  let failed = 0
  const until = performance.now() + seconds * 1000
  const startedAt = performance.now()
  const reader = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      const reply = await post(agent, `${url}/api/${asked.name}`, { action: asked.action, data: asked.data() })
      latencies.push(performance.now() - began)
      if (!reply.includes('"ok":true')) failed++
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  agent.destroy()
  const sorted = latencies.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    perSecond: sorted.length / ((performance.now() - startedAt) / 1000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed,
  }
}

/** Readers come from many places: each request names another, so that no limit for one address is what is measured. */
let place = 0
const somewhere = () => `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place++ & 255}`

export const post = (agent: Agent, url: string, body: unknown, bearer?: string) =>
  new Promise<string>((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': somewhere(),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve(text))
      },
    )
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
