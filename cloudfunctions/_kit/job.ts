import type { Surroundings } from './serve'

/**
 * A piece of work of the clock. Run again at any moment, by two at once, or after being cut off anywhere, it must end in
 * the same state. One run is bounded; what is left waits for the next minute. Returns how much was done.
 */
export type Job = {
  name: string
  everyMinutes: number
  run(context: Pick<Surroundings, 'database' | 'files' | 'keys' | 'now'>): Promise<number>
}
