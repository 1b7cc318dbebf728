import { nanoid } from 'nanoid'
import type { DrillShown } from '../../../src/contract/cases'
import { ACCEPT_MINUTES } from '../../../src/domain/duty/call'
import { done } from '../../../src/domain/result'
import { minutesLater, monthOf, startOfHour } from '../../../src/domain/time'
import type { Handlers } from '../../_kit/serve'
import type { Watch } from '../crew'
import { drillsStore, type StoredDrill } from '../store'
import { turnsAsOfNow, watchOver } from '../stored-call'
import { startDrill, stopDrill } from '../stored-drill'

const PAGE = 20
/** More than anybody holds in a month. */
const MOST_A_MONTH = 50

export const drills: Handlers<'drills'> = {
  list: async ({ after }, { database, now }) => {
    const stored = database.open(drillsStore)
    const page = await stored.find({ index: 'byStart', order: 'descending', limit: PAGE, ...(after && { after }) })
    const from = startOfHour(`${monthOf(now)}-01T00`)?.toISOString() ?? ''
    const { rows: ofMonth } = await stored.find({ index: 'byStart', range: { from }, limit: MOST_A_MONTH })
    const watch = await watchOver(page.rows, { database, now })
    return done({
      rows: page.rows.map((drill) => shown(drill.state === 'waiting' ? turnsAsOfNow(drill, watch, now) : drill, watch)),
      next: page.next,
      // One that nobody accepted has not shown that the way works.
      thisMonth: ofMonth.some(({ state }) => state === 'accepted'),
    })
  },

  start: (_, context) => startDrill(`drill-${nanoid()}`, context),

  stop: ({ drillId }, context) => stopDrill(drillId, context),
}

const stateNames = { waiting: 'waiting', accepted: 'accepted', closed: 'stopped' } as const

function shown(drill: StoredDrill, { nameOf }: Watch): DrillShown {
  const opened = new Date(drill.openedAt)
  const took = drill.acceptedAt === '' ? null : Math.floor((Date.parse(drill.acceptedAt) - opened.getTime()) / 1000)
  return {
    id: drill.drillId,
    startedAt: drill.openedAt,
    startedByName: drill.startedByName,
    state: stateNames[drill.state],
    // The turns follow each other at five minutes each.
    asked: drill.asked
      .map((staffId, turn) => ({
        name: nameOf(staffId),
        at: minutesLater(opened, turn * ACCEPT_MINUTES).toISOString(),
      }))
      .filter(({ name }) => name !== ''),
    withHead: drill.head,
    acceptedByName: nameOf(drill.acceptedBy),
    seconds: took,
    inTime: took !== null && took < ACCEPT_MINUTES * 60,
  }
}
