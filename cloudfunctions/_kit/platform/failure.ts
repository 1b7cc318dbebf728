import type { Reply } from '../../../src/contract'
import { Busy } from '../database'
import { faultOf } from '../serve'

/** wx-server-sdk 4 loses numeric codes and older versions lose names, so a failure is known by all it says. */
const words = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error)
  const { code, errCode, errMsg, message } = error as Record<string, unknown>
  return [code, errCode, errMsg, message].filter((part) => part !== undefined).join(' ')
}

export const isDuplicate = (error: unknown) => /E11000 duplicate key error|DATABASE_DUPLICATE_WRITE/.test(words(error))

/** Raised by the operation itself or by the commit; either way the transaction is over and may be tried again. */
export const isConflict = (error: unknown) =>
  /TRANSACTION_CONFLICT|TransactionConflict|Transaction is conflict|TransactionNotExist|TRANSACTION_FAIL/.test(
    words(error),
  )

/** The one place where a fault becomes an answer: told as `INTERNAL`, logged without what it was about. */
export function faultReply(name: string, requestId: string, error: unknown): Reply<never, string> {
  if (error instanceof Busy) return { ok: false, code: 'BUSY', requestId }
  console.error(JSON.stringify({ function: name, requestId, code: 'INTERNAL', fault: faultOf(error) }))
  return { ok: false, code: 'INTERNAL', requestId }
}
