/** A rule either gives a value or names the reason it could not. Rules never throw. */
export type Result<T, Code extends string> = { ok: true; data: T } | { ok: false; code: Code; retryAt?: string }

export const done = <T>(data: T) => ({ ok: true, data }) as const

/** `retryAt` is an instant (ISO 8601, UTC) after which the same request can succeed. */
export const refused = <const Code extends string>(code: Code, retryAt?: string) =>
  (retryAt === undefined ? { ok: false, code } : { ok: false, code, retryAt }) as {
    ok: false
    code: Code
    retryAt?: string
  }
