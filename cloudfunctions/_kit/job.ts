import type { Channel } from './outbox/channel'
import type { Surroundings } from './serve'

export type JobContext = Pick<Surroundings, 'database' | 'files' | 'keys' | 'now'> & {
  /** Whether there is time for another bounded piece of work in this run. */
  timeLeft: () => boolean
  /** Where messages can be handed to WeChat. */
  channel?: Channel
}

/**
 * A piece of work of the clock. Run again at any moment, by two at once, or after being cut off anywhere, it must end in
 * the same state. What is left when the time is up waits for the next run. Returns how much was done.
 */
export type Job = {
  name: string
  everyMinutes: number
  run(context: JobContext): Promise<number>
}
