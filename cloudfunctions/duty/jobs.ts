import type { Job } from '../_kit/job'

export const dutyJobs: readonly Job[] = []
