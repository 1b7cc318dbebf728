import { type EventLoopUtilization, performance } from 'node:perf_hooks'

export type Usage = { cpuMs: number; loop: EventLoopUtilization }

/** Of this process since it began. */
export function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, loop: performance.eventLoopUtilization() }
}

export type Busy = { cpuMs: number; share: number }

/** Between two looks: processor time, and the share of the time in which its one thread was at work. */
export function between(before: Usage, after: Usage): Busy {
  const active = after.loop.active - before.loop.active
  const idle = after.loop.idle - before.loop.idle
  return { cpuMs: after.cpuMs - before.cpuMs, share: active / (active + idle) }
}
