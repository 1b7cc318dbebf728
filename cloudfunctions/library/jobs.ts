import { daysLater } from '../../src/domain/time'
import type { Job } from '../_kit/job'
import { partNames } from './actions/uploads'
import { uploadsStore } from './store'

const A_RUN = 50

/** Parts of uploads go with their document, a day after the upload began. */
export const sweepUploads: Job = {
  name: 'sweep-uploads',
  everyMinutes: 60,
  run: async ({ database, files, now }) => {
    const uploads = database.open(uploadsStore)
    const old = await uploads.find({
      index: 'byBegin',
      range: { before: daysLater(now, -1).toISOString() },
      limit: A_RUN,
    })
    for (const upload of old.rows) {
      await files.remove(partNames(upload))
      await uploads.remove(upload.id)
    }
    return old.rows.length
  },
}

export const libraryJobs = [sweepUploads]
