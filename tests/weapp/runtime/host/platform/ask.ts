/** What an app may pass to an API crosses as JSON: functions are dropped, as the platform drops them. */
export function record(name: string, body: unknown): void {
  void window.__weappAsk('record', name, JSON.stringify(body ?? null))
}

/** The test's own answer for an API of the phone, or undefined for the runtime's usual one. */
export async function askPlatform(name: string, options: unknown): Promise<Record<string, unknown> | undefined> {
  return reply(await window.__weappAsk('platform', name, JSON.stringify(options ?? {}))) as
    | Record<string, unknown>
    | undefined
}

export async function askCloud(name: string, data: unknown): Promise<unknown> {
  return reply(await window.__weappAsk('cloud', name, JSON.stringify(data ?? {})))
}

function reply(json: string): unknown {
  const { fault, value } = JSON.parse(json) as { fault?: string; value?: unknown }
  if (fault !== undefined) throw new Error(fault)
  return value
}
