/** Runs `work` again and again, never two at once; a run that takes longer lets the times it covers go by. */
const every = (milliseconds: number) => (work: () => Promise<void>, onFault: (error: unknown) => void) => {
  let running: Promise<void> | undefined
  const beat = () => {
    running ??= work()
      .catch(onFault)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(beat, milliseconds)
  return {
    /** Runs it now, unless it is running. */
    beat,
    /** Resolves when no run is under way any more. */
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

const MINUTE = 60_000

export const everyMinute = every(MINUTE)
export const everyHour = every(60 * MINUTE)
export const everyDay = every(24 * 60 * MINUTE)
