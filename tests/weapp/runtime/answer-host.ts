import type { Page } from 'playwright-core'

export type WeappCall = { name: string; body: unknown }

export type Answers = {
  /** The cloud: a function's name and the data it is called with; what it returns is the call's result, a throw is a fault of the function. */
  answer?: (name: string, body: unknown) => unknown
  /** The phone: may answer an API such as `login`, `scanCode` or `showModal` in place of the runtime; a throw makes it fail. */
  platform?: (api: string, options: unknown) => object | undefined
}

type Waiting = { name: string; fits: (body: unknown) => boolean; resolve: (call: WeappCall) => void }

/** Connects the app in the browser with the test that answers it, and keeps what it called. */
export async function answerHost(page: Page, answers: Answers, onFault: (sentence: string) => void) {
  const calls: WeappCall[] = []
  const waiting = new Set<Waiting>()

  const record = (call: WeappCall) => {
    calls.push(call)
    for (const one of waiting) {
      if (one.name !== call.name || !one.fits(call.body)) continue
      waiting.delete(one)
      one.resolve(call)
    }
  }
  const replies = {
    record: (name: string, body: unknown) => record({ name, body }),
    cloud: (name: string, body: unknown) => {
      if (!answers.answer) throw new Error(`no answer is given for the cloud function ${name}`)
      return answers.answer(name, body)
    },
    platform: (name: string, body: unknown) => answers.platform?.(name, body),
  }
  await page.exposeFunction('__weappAsk', async (kind: keyof typeof replies, name: string, json: string) => {
    try {
      return JSON.stringify({ value: await replies[kind](name, JSON.parse(json)) })
    } catch (error) {
      return JSON.stringify({ fault: error instanceof Error ? error.message : String(error) })
    }
  })
  await page.exposeFunction('__weappFault', onFault)

  const called = (name: string, fits: (body: unknown) => boolean = () => true): Promise<WeappCall> => {
    const made = calls.find((call) => call.name === name && fits(call.body))
    if (made) return Promise.resolve(made)
    return new Promise((resolve) => waiting.add({ name, fits, resolve }))
  }
  return { calls, called }
}
