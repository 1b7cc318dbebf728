import { Busy } from './database'

/** Lets `most` through at once and keeps `waiting` in line; whoever comes after that is told `Busy` instead of making all wait. */
export function gate(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const line: (() => void)[] = []
  return async (work) => {
    if (inside >= most) {
      if (line.length >= waiting) throw new Busy('the line is full')
      await new Promise<void>((enter) => line.push(enter))
    } else inside++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else inside--
    }
  }
}
