/** Means have many places; nobody needs more than one. */
export const pointsOf = (score: number) => String(Math.round(score * 10) / 10)

export const points = (score: number) => `${pointsOf(score)} 分`
