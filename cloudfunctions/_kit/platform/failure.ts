/** wx-server-sdk 4 loses numeric codes and older versions lose names, so a failure is known by all it says. */
const words = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error)
  const { code, errCode, errMsg, message } = error as Record<string, unknown>
  return [code, errCode, errMsg, message].filter((part) => part !== undefined).join(' ')
}

export const isDuplicate = (error: unknown) => /E11000 duplicate key error|DATABASE_DUPLICATE_WRITE/.test(words(error))

/** Raised by the operation itself or by the commit; either way the transaction is over and may be tried again. */
export const isConflict = (error: unknown) =>
  /TRANSACTION_CONFLICT|TransactionConflict|Transaction is conflict|TransactionNotExist|TRANSACTION_FAIL/.test(words(error))
