type Waiting = { id: string; resolve: (doc: unknown) => void; reject: (error: unknown) => void }

/**
 * Single documents asked for while a read is under way wait for it and then go together, as one statement. Each read begins
 * after everything it answers was asked for, so nobody hears anything older than their question: sixteen readers cost one
 * statement, not sixteen. `first` is waited for before each read.
 */
export function gathered(
  readMany: (ids: string[]) => Promise<Map<string, unknown>>,
  first?: () => Promise<unknown>,
): (id: string) => Promise<unknown> {
  let waiting: Waiting[] = []
  let underWay = false

  const answer = async (asked: Waiting[]) => {
    try {
      const found = await readMany([...new Set(asked.map(({ id }) => id))])
      const given = new Set<string>()
      for (const { id, resolve } of asked) {
        const doc = found.get(id)
        resolve(given.has(id) ? structuredClone(doc) : doc)
        given.add(id)
      }
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  const work = async () => {
    underWay = true
    while (waiting.length > 0) {
      if (first) await first()
      const asked = waiting
      waiting = []
      await answer(asked)
    }
    underWay = false
  }

  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject })
      if (!underWay) void work()
    })
}
