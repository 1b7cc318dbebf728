/** Six breaths a minute, out longer than in: Zaccaro et al., Frontiers in Human Neuroscience 12:353 (2018). Seconds. */
export const IN_SECONDS = 4
export const OUT_SECONDS = 6
const TURN = IN_SECONDS + OUT_SECONDS

export const lengths = [1, 3, 5] as const
/** Minutes. */
export type Length = (typeof lengths)[number]

export type Pace = { phase: 'in' | 'out'; phaseLeft: number; left: number; over: boolean }

export const phaseNames = { in: '吸气', out: '呼气' } as const

/** Where the breath stands after so many seconds; whole seconds left, the last one shown as 1. */
export const paceAt = (elapsed: number, minutes: Length): Pace => {
  const total = minutes * 60
  const at = Math.min(Math.max(0, elapsed), total)
  const inTurn = at % TURN
  const phase = inTurn < IN_SECONDS ? 'in' : 'out'
  const until = phase === 'in' ? IN_SECONDS : TURN
  return { phase, phaseLeft: Math.ceil(until - inTurn), left: Math.ceil(total - at), over: at >= total }
}
