import { hoursFor } from '../../../src/domain/ratings/certificate'
import { meanOf } from '../../../src/domain/ratings/count'
import type { RatingItem } from '../../../src/domain/ratings/words'
import { done, refused } from '../../../src/domain/result'
import type { Trade } from '../../../src/domain/signups/words'
import type { Handlers } from '../../_kit/serve'
import { timesCertified } from '../certificate-number'
import { eventWithin } from '../change-event'
import { closeEvent, isReported } from '../close-event'
import { countNumbers } from '../event-numbers'
import { type EventReport, emptyReport, eventReportsStore } from '../event-reports-store'
import { seatedOf } from '../seated'

const tradesIn = ({ trades }: EventReport) =>
  trades && {
    total: trades.total,
    cells: trades.cells.map(({ key, count }) => ({ trade: key as Trade, people: count })),
  }

const ratingsIn = ({ ratings }: EventReport) =>
  ratings.length === 0
    ? null
    : ratings.map((shown): { item: RatingItem; count: number; mean: number } => ({
        ...{ item: shown.item, count: shown.count },
        mean: meanOf(shown),
      }))

export const reports: Handlers<'reports'> = {
  open: async ({ eventId }, context) => {
    const event = await eventWithin(eventId, context)
    if (!event) return refused('EVENT_NOT_FOUND')
    if (!isReported(event)) return refused('EVENT_NOT_ANNOUNCED')
    const told = (await context.database.open(eventReportsStore).get(eventId)) ?? emptyReport(eventId)
    const numbers = told.numbers ?? (await countNumbers(event, await seatedOf(eventId, context), context))
    const { cameAt, ...counted } = numbers
    return done({
      ...{ eventId, title: event.title, kind: event.kind, ...counted },
      times: event.times.map(({ from }, at) => ({ from, came: cameAt[at] ?? 0 })),
      trades: tradesIn(told),
      ratings: ratingsIn(told),
      closedAt: told.closedAt || null,
    })
  },

  close: async ({ eventId }, context) => {
    const event = await eventWithin(eventId, context)
    if (!event) return refused('EVENT_NOT_FOUND')
    const closed = await closeEvent(eventId, context)
    return closed.ok ? done({}) : closed
  },

  checkCertificate: async ({ eventId, number }, context) => {
    const event = await eventWithin(eventId, context)
    if (!event) return refused('EVENT_NOT_FOUND')
    const times = timesCertified(number, eventId, event.times.length, context.keys)
    return done({ hours: times === undefined ? null : hoursFor(event, times) })
  },
}
