import { daysLater } from '../../src/domain/time'
import type { Job } from '../_kit/job'
import { partNames } from './actions/uploads'
import { uploadsStore } from './store'
import { sweepFiles } from './sweep-files'

const A_PAGE = 20

/** Parts of uploads go with their document, a day after the upload began. */
export const sweepUploads: Job = {
  name: 'sweep-uploads',
  everyMinutes: 60,
  run: async ({ database, files, now, timeLeft }) => {
    const uploads = database.open(uploadsStore)
    const range = { before: daysLater(now, -1).toISOString() }
    let swept = 0
    for (let left = true; left && timeLeft(); ) {
      const old = await uploads.find({ index: 'byBegin', range, limit: A_PAGE })
      for (const upload of old.rows) {
        await files.remove(partNames(upload))
        await uploads.remove(upload.id)
      }
      swept += old.rows.length
      left = old.next !== null
    }
    return swept
  },
}

export const libraryJobs = [sweepUploads, sweepFiles]
