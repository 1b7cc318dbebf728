import type { Job } from '../_kit/job'
import { countSurveys } from './count-surveys'
import { finishDestroyingResults } from './finish-destroying'

export const assessmentsJobs: Job[] = [countSurveys, finishDestroyingResults]
