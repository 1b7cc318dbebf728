/** A taking on the line: when, in milliseconds, and how much. */
export type Point = { at: number; score: number }

const WIDTH = 300
const HEIGHT = 100
const EDGE = 8

/** The line as a drawing of one colour, the oldest on the left; a picture's own colour does not follow light and dark, so it is a mask. */
export const trendLine = (given: readonly Point[], [lowest, highest]: readonly [number, number]): string => {
  const points = [...given].sort((one, other) => one.at - other.at)
  const [first, last] = [points[0]?.at ?? 0, points[points.length - 1]?.at ?? 0]
  const span = last - first
  const placed = points.map(({ at, score }, index) => {
    const along = span > 0 ? (at - first) / span : index / Math.max(1, points.length - 1)
    const x = EDGE + along * (WIDTH - 2 * EDGE)
    const y = HEIGHT - EDGE - ((score - lowest) / (highest - lowest)) * (HEIGHT - 2 * EDGE)
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
  })
  const line = placed.map(({ x, y }) => `${x},${y}`).join(' ')
  const dots = placed.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4.5"/>`).join('')
  const frame = `<path d="M0 ${HEIGHT - 1}H${WIDTH}M0 1H${WIDTH}" stroke="#000" stroke-opacity=".25" stroke-dasharray="2 4"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${frame}<polyline points="${line}" fill="none" stroke="#000" stroke-width="2"/>${dots}</svg>`
}
