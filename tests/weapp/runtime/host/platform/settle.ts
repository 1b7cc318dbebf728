export type Callbacks = {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

export type WxError = { errMsg: string; errCode?: number; errno?: number }

/** WeChat's two ways to answer: callbacks when one is given, a promise when none is. */
export function settle(name: string, options: unknown, answer: () => unknown): Promise<unknown> | undefined {
  const { success, fail, complete } = (options ?? {}) as Callbacks
  const outcome = (async () => ({ errMsg: `${name}:ok`, ...((await answer()) as object | undefined) }))()
  if (!success && !fail && !complete) return outcome.catch((error) => Promise.reject(asWxError(name, error)))
  outcome.then(
    (result) => {
      success?.(result)
      complete?.(result)
    },
    (error) => {
      const told = asWxError(name, error)
      fail?.(told)
      complete?.(told)
    },
  )
  return undefined
}

/** A failure the platform itself would report. */
export function refusal(errMsg: string, errCode?: number): WxError {
  return errCode === undefined ? { errMsg } : { errMsg, errCode }
}

function asWxError(name: string, error: unknown): WxError {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return error as WxError
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}

export type Listeners<T> = {
  on(listener: (event: T) => void): void
  off(listener?: (event: T) => void): void
  emit(event: T): void
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(event: T) => void>()
  return {
    on: (listener) => void all.add(listener),
    off: (listener) => void (listener ? all.delete(listener) : all.clear()),
    emit: (event) => {
      for (const listener of [...all]) listener(event)
    },
  }
}
