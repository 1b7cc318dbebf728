import type { Job } from '../_kit/job'
import type { Subjects } from '../_kit/outbox/subjects'
import { bookingJobs, bookingSubjects } from './bookings-jobs'
import { passChatsOn } from './chat-jobs'
import { forgetUnsentPictures } from './pictures'
import { closeDrafts, endRecords } from './records-jobs'
import { isReplyWaiting } from './reply-waiting'

export const counsellingJobs: readonly Job[] = [
  ...bookingJobs,
  passChatsOn,
  forgetUnsentPictures,
  closeDrafts,
  endRecords,
]

export const counsellingSubjects: Subjects = { ...bookingSubjects, chat: isReplyWaiting }
