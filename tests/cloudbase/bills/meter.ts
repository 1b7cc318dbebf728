import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'

/** Calls to the database, and the documents they read and wrote; what an identity costs is among them. */
export type Bill = { calls: number; reads: number; writes: number }

type Asked<T> = Promise<{ ok: true; data: T } | { ok: false; code: string }>

/** Writes down what each thing asked of a house costs. */
export function openMeter(house: CloudHouse) {
  const bills: Record<string, Bill> = {}

  function last(): Bill {
    const invocation = house.cloud.invoked.at(-1)?.invocation
    const calls = house.standIn.calls.list.filter(
      (call) => call.invocation === invocation && call.action.startsWith('database.'),
    )
    const sum = (count: 'documentsRead' | 'documentsWritten') => calls.reduce((total, call) => total + call[count], 0)
    return { calls: calls.length, reads: sum('documentsRead'), writes: sum('documentsWritten') }
  }

  /** `action`, and after a comma which case of it. */
  async function billed<T>(action: string, asked: Asked<T>): Promise<T> {
    const data = dataOf(await asked)
    bills[action] = last()
    return data
  }

  return { bills, billed, last }
}

export type Billed = ReturnType<typeof openMeter>['billed']
