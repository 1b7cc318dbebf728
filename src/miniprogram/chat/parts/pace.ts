/** How far apart two looks may lie where nothing tells when to look: WeChat has no events from the server. */
export const QUICKEST_MS = 2_000
export const SLOWEST_MS = 15_000

/** Beside a doorbell, of which a ring may be lost. */
export const BESIDE_BELL_MS = 10_000

/** Up to this much silence, this pause. */
const steps = [
  { quietMs: 30_000, pauseMs: QUICKEST_MS },
  { quietMs: 2 * 60_000, pauseMs: 4_000 },
  { quietMs: 5 * 60_000, pauseMs: 8_000 },
] as const

type Moment = {
  /** Since anything was said, written or changed. */
  quietMs: number
  /** Looks that failed in a row. */
  failures: number
  /** Whether a doorbell says when to look. */
  bell: boolean
}

/** How long to wait until the next look: short while something goes on, longer in silence and where nothing answers. */
export const pauseMs = ({ quietMs, failures, bell }: Moment): number => {
  if (failures > 0) return Math.min(SLOWEST_MS, QUICKEST_MS * 2 ** Math.min(failures - 1, 3))
  if (bell) return BESIDE_BELL_MS
  return steps.find((step) => quietMs < step.quietMs)?.pauseMs ?? SLOWEST_MS
}

/** Tries that failed before a person is told: until then it is only on its way. */
export const TELL_AFTER = 3

const MOST_PAUSE_MS = 30_000

/** How long what did not go through waits until it is sent again. */
export const sendAgainMs = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(MOST_PAUSE_MS, 1_000 * 2 ** Math.min(failures - 1, 5))
