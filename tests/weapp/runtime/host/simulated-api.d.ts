declare module 'miniprogram-simulate/src/api' {
  /** Every function of `wx` with an answer that always succeeds. */
  const api: Record<string, unknown>
  export default api
}
