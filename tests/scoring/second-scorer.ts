/**
 * A second scorer, written from the manuals alone: no data of the product, every instrument by hand, every limit as a
 * number. It takes the positions of the chosen options, item by item, and gives each scale's score and which band it is in,
 * counted from the first as the manual lists them from low to high.
 */
export type Judged = Record<string, { score: number; band: number }>
type Picks = number[]

const add = (numbers: number[]) => {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
const nth = (picks: Picks, items: number[]) => items.map((item) => picks[item - 1] as number)
const step = (value: number, ...limits: number[]) => limits.filter((limit) => value >= limit).length

/** Options run from 0 (not at all) to 3 (nearly every day). Kroenke, Spitzer & Williams 2001. */
const phq9 = (p: Picks): Judged => ({ total: { score: add(p), band: step(add(p), 5, 10, 15, 20) } })

/** Spitzer et al. 2006. */
const gad7 = (p: Picks): Judged => ({ total: { score: add(p), band: step(add(p), 5, 10, 15) } })

/** Kroenke et al. 2009: items 1 and 2 are the GAD-2, items 3 and 4 the PHQ-2. */
const phq4 = (p: Picks): Judged => {
  const [a, b, c, d] = p as [number, number, number, number]
  return {
    total: { score: a + b + c + d, band: step(a + b + c + d, 3, 6, 9) },
    anxiety: { score: a + b, band: step(a + b, 3) },
    depression: { score: c + d, band: step(c + d, 3) },
  }
}

/** Options are printed from «all of the time» (5) down to «at no time» (0); the raw sum times four. WHO/UCN/MSD/MHE/2024.1. */
const who5 = (p: Picks): Judged => {
  const percent = 4 * add(p.map((pick) => 5 - pick))
  return { total: { score: percent, band: percent <= 28 ? 0 : percent <= 50 ? 1 : 2 } }
}

/** Lovibond & Lovibond 1995: sums of seven, doubled to compare with the 42 items. */
const dass21 = (p: Picks): Judged => {
  const d = 2 * add(nth(p, [3, 5, 10, 13, 16, 17, 21]))
  const a = 2 * add(nth(p, [2, 4, 7, 9, 15, 19, 20]))
  const s = 2 * add(nth(p, [1, 6, 8, 11, 12, 14, 18]))
  return {
    depression: { score: d, band: d <= 9 ? 0 : d <= 13 ? 1 : d <= 20 ? 2 : d <= 27 ? 3 : 4 },
    anxiety: { score: a, band: a <= 7 ? 0 : a <= 9 ? 1 : a <= 14 ? 2 : a <= 19 ? 3 : 4 },
    stress: { score: s, band: s <= 14 ? 0 : s <= 18 ? 1 : s <= 25 ? 2 : s <= 33 ? 3 : 4 },
  }
}

/** Kristensen et al. 2005: options from 100 down to 0 by 25; item 13 the other way round; a scale is the mean of its items. */
const cbi = (p: Picks): Judged => {
  const points = p.map((pick, index) => (index === 12 ? 25 * pick : 100 - 25 * pick))
  const personal = add(points.slice(0, 6)) / 6
  const work = add(points.slice(6)) / 7
  return {
    personal: { score: personal, band: personal < 50 ? 0 : personal > 70 ? 2 : 1 },
    work: { score: work, band: work < 45 ? 0 : work > 60 ? 2 : 1 },
  }
}

/** Options are printed from «nearly every day» (4) down to «never» (0). Kessler et al. 2003. */
const k6 = (p: Picks): Judged => {
  const sum = 24 - add(p)
  return { total: { score: sum, band: sum >= 13 ? 2 : sum >= 5 ? 1 : 0 } }
}

/** «Yes» is printed first. Cut-off 6/7. */
const srq20 = (p: Picks): Judged => {
  const yes = p.filter((pick) => pick === 0).length
  return { total: { score: yes, band: yes > 6 ? 1 : 0 } }
}

/** Diener et al. 1985: 1 to 7, printed from «strongly disagree». */
const swls = (p: Picks): Judged => {
  const sum = add(p) + 5
  return { total: { score: sum, band: step(sum, 10, 15, 20, 21, 26, 31) } }
}

/** Bush et al. 1998, Bradley et al. 2003: men from 4, women from 3; «never» in item 1 ends it. */
const auditC = (p: Picks, sex: 'female' | 'male' | 'unsaid'): Judged => {
  const sum = p[0] === 0 ? 0 : add(p)
  return { total: { score: sum, band: sum >= (sex === 'male' ? 4 : 3) ? 1 : 0 } }
}

export const secondScorer = { phq9, gad7, phq4, who5, dass21, cbi, k6, srq20, swls, 'audit-c': auditC }
