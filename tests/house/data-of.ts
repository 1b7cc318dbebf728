/** The data of a reply that has to be a good one. */
export function dataOf<T>(reply: { ok: true; data: T } | { ok: false; code: string }): T {
  if (!reply.ok) throw new Error(`refused: ${reply.code}`)
  return reply.data
}
