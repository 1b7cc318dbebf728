export type Failure = Error & { code: string }

export function failure(code: string, message: string): Failure {
  return Object.assign(new Error(message), { code })
}

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'

/** Every operation the stand-in does not know ends here, so that a test can never pass on an imagined behaviour. */
export function unsupported(operation: string, what: string): Failure {
  return failure('STAND_IN_UNSUPPORTED', `CloudBase stand-in does not support ${what} (${operation})`)
}

export const rejected = (message: string) => failure('DATABASE_REQUEST_FAILED', message)

const ASK_US = 'Please check your request, but if the problem persists, contact us.'

export const conflict = () =>
  failure(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ASK_US}`,
  )

export const transactionGone = () =>
  failure(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ASK_US}`,
  )

export const noSuchCollection = (name: string) =>
  failure('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${ASK_US}`)

export const duplicate = (code: string, collection: string, index: string, key: string) =>
  failure(
    code,
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-standin.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )
