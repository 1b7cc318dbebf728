/** Days of Shanghai, both included. */
export type Period = [from: string, to: string] | null

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)

export function rangeOf(period: Period): { from?: string; before?: string } {
  if (!period) return {}
  const [from, to] = period
  const before = new Date(startOf(to).getTime() + 24 * 60 * 60_000)
  return { from: startOf(from).toISOString(), before: before.toISOString() }
}
