export type Chance = { below: (most: number) => number; between: (least: number, most: number) => number }

/** Chance that is the same each time for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (most) => Math.floor(next() * most),
    between: (least, most) => least + Math.floor(next() * (most - least)),
  }
}

/** Given by the environment, to have a failure again; otherwise another one each time. */
export const seedOf = (given = process.env.CHAOS_SEED) => (given ? Number(given) : Math.floor(Math.random() * 2 ** 31))
