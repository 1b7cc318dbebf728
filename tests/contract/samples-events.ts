import { openDay } from '../house/open-day'
import { letters, nothing, type Samples } from './sample'
import type { Stage } from './stage'

const atRevision = ({ id: eventId, revision }: Stage['reviewingEvent']) => ({ eventId, revision })
const reviewing = ({ reviewingEvent }: Stage) => atRevision(reviewingEvent)
const writing = ({ draftEvent }: Stage) => atRevision(draftEvent)
const { id: _, branchId: __, hostId: ___, state, revision, said, ...plan } = openDay()
const elsewhere = {
  times: [{ from: '2026-03-15T02:00:00.000Z', until: '2026-03-15T04:00:00.000Z' }],
  place: '工人文化宫五层',
  link: '',
}
const happening = ({ eventId }: Stage) => ({ eventId })

type Features =
  | 'liveQuestions'
  | 'doors'
  | 'draws'
  | 'events'
  | 'programme'
  | 'ratings'
  | 'reports'
  | 'signups'
  | 'teachers'
  | 'tickets'

/** Those of events. */
export const events: Pick<Samples, Features> = {
  signups: {
    join: ({ eventId }) => ({ eventId, places: 1, shares: [], trade: 'transport', answers: [] }),
    mine: nothing,
    open: happening,
    cancel: happening,
    accept: happening,
    decline: happening,
  },
  events: { month: () => ({ month: '2026-03' }), open: happening },
  draws: { open: happening },
  tickets: { open: happening, checkIn: ({ eventId }) => ({ eventId, code: '123456' }) },
  doors: {
    pass: happening,
    takePass: () => ({ code: 'ABCDEFGH' }),
    list: happening,
    merge: ({ eventId }) => ({
      eventId,
      scans: [
        {
          scanId: letters(),
          ticketId: 'noticket',
          code: '23456789',
          at: '2026-03-14T02:00:00.000Z',
          by: 'qr',
          device: 'phone1',
        },
      ],
    }),
    count: happening,
    answers: happening,
  },
  programme: {
    list: () => ({ which: 'ahead' }),
    open: happening,
    save: ({ branchId }) => ({ ...plan, branchId, eventId: letters().toLowerCase(), revision: 0 }),
    remove: writing,
    submit: writing,
    withdraw: reviewing,
    sendBack: ({ reviewingEvent }) => ({ ...atRevision(reviewingEvent), why: '请写清楚集合地点' }),
    release: reviewing,
    copy: ({ eventId }) => ({
      eventId,
      copies: [{ eventId: letters().toLowerCase(), from: '2026-04-10T02:00:00.000Z' }],
    }),
    move: ({ eventId }) => ({ eventId, revision: 1, said: '教室有别的安排', ...elsewhere }),
    cancel: ({ eventId }) => ({ eventId, revision: 1, said: '老师病了' }),
    lectures: () => ({ year: '2026' }),
    setQuota: ({ branchId }) => ({ branchId, year: '2026', quota: 4 }),
  },
  liveQuestions: {
    ask: ({ eventId }) => ({ eventId, questionId: letters(), text: '下了夜班怎么睡' }),
    mine: happening,
    takeBack: ({ questionId }) => ({ questionId }),
    list: happening,
    read: ({ eventId, questionId }) => ({ eventId, questionIds: [questionId] }),
    settle: ({ eventId, questionId }) => ({ eventId, questionId, state: 'taken' }),
  },
  ratings: { give: ({ eventId }) => ({ eventId, scores: [{ item: 'content', score: 5 }] }), certificate: happening },
  teachers: {
    list: nothing,
    save: ({ teacherId, branchId }) => ({ teacherId, branchId, revision: 1, name: '周老师', about: '带曼陀罗绘画' }),
    appeal: ({ teacherId }) => ({ teacherId, words: '那次换了场地' }),
    decide: ({ teacherId }) => ({ teacherId, stays: true, why: '再听一次' }),
  },
  reports: {
    open: happening,
    close: happening,
    checkCertificate: ({ eventId }) => ({ eventId, number: 'ABCDEF-GHJKMNPQ' }),
  },
}
