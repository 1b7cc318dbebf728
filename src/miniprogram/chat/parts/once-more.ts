/** One at a time: asked to while it runs, it runs once more afterwards, and no oftener. Resolves when it has come to rest. */
export const onceMore = (run: () => Promise<void>) => {
  let running: Promise<void> | null = null
  let again = false
  return (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    const all = async () => {
      try {
        do {
          again = false
          await run()
        } while (again)
      } finally {
        // Not a moment later: whoever asks in between would be promised a run that never comes.
        running = null
      }
    }
    const whole = all()
    running = whole
    return whole
  }
}
