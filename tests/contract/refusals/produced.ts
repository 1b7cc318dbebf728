import { expect } from 'vitest'
import type { AnyRefusal } from '../../../src/contract'

/** `feature.action CODE` for everything a test has really been refused. */
export const produced = new Set<string>()

export const refusedWith = async (
  action: string,
  code: AnyRefusal,
  reply: Promise<{ ok: boolean; code?: string }>,
): Promise<void> => {
  const heard = await reply
  expect({ action, code: heard.ok ? 'OK' : heard.code }).toEqual({ action, code })
  produced.add(`${action} ${code}`)
}
