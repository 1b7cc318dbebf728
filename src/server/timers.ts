const MINUTE = 60_000

/** Runs `work` once a minute, never two at once; a run that takes longer lets the minutes it covers go by. */
export function everyMinute(work: () => Promise<void>, onFault: (error: unknown) => void) {
  let running: Promise<void> | undefined
  const beat = () => {
    running ??= work()
      .catch(onFault)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(beat, MINUTE)
  return {
    /** Resolves when no run is under way any more. */
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
