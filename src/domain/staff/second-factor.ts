import { done, type Result, refused } from '../result'

/** What counts of a second factor, apart from its secret. */
type FactorState = {
  /** Empty until a first right code was given. */
  confirmedAt: string
  /** The newest step taken. */
  lastStep: number
  /** Keyed hashes of the recovery codes that are left. */
  recovery: string[]
}

/** What somebody showed: the steps whose six digits it is, or the keyed hash of a recovery code. */
export type ShownCode = { steps: readonly number[]; recovery: string }

/** A step is taken once and only forward, a recovery code once: what was seen over a shoulder opens nothing. */
export function takeCode<F extends FactorState>(factor: F, { steps, recovery }: ShownCode): Result<F, 'WRONG_CODE'> {
  const step = steps.find((each) => each > factor.lastStep)
  if (step !== undefined) return done({ ...factor, lastStep: step })
  if (!factor.recovery.includes(recovery)) return refused('WRONG_CODE')
  return done({ ...factor, recovery: factor.recovery.filter((left) => left !== recovery) })
}

/** From here on the factor is asked for. */
export function confirmFactor<F extends FactorState>(
  factor: F | undefined,
  shown: ShownCode,
  recovery: string[],
  now: Date,
): Result<F, 'WRONG_CODE' | 'SET_UP_AGAIN'> {
  if (factor?.confirmedAt !== '') return refused('SET_UP_AGAIN')
  const taken = takeCode(factor, shown)
  return taken.ok ? done({ ...taken.data, confirmedAt: now.toISOString(), recovery }) : taken
}
