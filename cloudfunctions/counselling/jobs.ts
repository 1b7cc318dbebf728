import type { Job } from '../_kit/job'
import { passChatsOn } from './chat-jobs'

export const counsellingJobs: readonly Job[] = [passChatsOn]
