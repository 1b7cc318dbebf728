import { askCloud, record } from './ask'
import { isOnline } from './network'
import { refusal, settle } from './settle'

type Call = { name: string; data?: unknown }

let ready = false

export const cloudApi = {
  init: (options?: object) => {
    record('cloud.init', options)
    ready = true
  },
  callFunction: (options: Call) => {
    if (!ready) throw new Error('Cloud API isn’t enabled, please call wx.cloud.init first')
    record('cloud.callFunction', { name: options.name, data: options.data })
    return settle('cloud.callFunction', options, () => answered(options))
  },
}

async function answered({ name, data }: Call): Promise<{ result: unknown }> {
  if (!isOnline()) throw refusal('cloud.callFunction:fail request:fail', -1)
  const result = await askCloud(name, data).catch((error: Error) => {
    const sentence = `errCode: -504002 functions execute fail | errMsg: ${error.message}`
    throw refusal(`cloud.callFunction:fail Error: ${sentence}`, -504002)
  })
  if (!isOnline()) throw refusal('cloud.callFunction:fail request:fail', -1)
  return { result }
}
