/** One number of a day, in the unit it is shown in. */
export type Line<D> = { name: string; of: (day: D) => number }

/** Lines that stand in one chart: they have the same unit. */
export type View<D> = { name: string; unit: string; lines: readonly Line<D>[]; as: 'line' | 'bar' }
