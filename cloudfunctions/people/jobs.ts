import type { Job } from '../_kit/job'

export const peopleJobs: Job[] = []
