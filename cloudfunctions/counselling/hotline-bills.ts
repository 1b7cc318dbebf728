import { type Bill, isMonthOf, takePiece, withCalls } from '../../src/domain/hotlines/billed'
import type { Directory } from '../../src/domain/hotlines/directory'
import { done, refused } from '../../src/domain/result'
import { actOf, actsStore } from '../_kit/acts'
import type { Handlers } from '../_kit/serve'
import { directoryOf, lineIn } from './hotlines-directory'
import { billedMonthsStore, billsStore } from './hotlines-store'

const A_PAGE = 30

/** The phone company's bills: by the hour and the length of each call, and nothing of whoever called. */
export const bills: Pick<Handlers<'hotlines'>, 'beginBill' | 'billPiece' | 'bills'> = {
  beginBill: async ({ billId: id, lineId, fileName, calls }, { caller, database, now, within }) => {
    const directory = await directoryOf(database)
    const line = lineIn(directory, lineId)
    if (!line || !within(line.branchId)) return refused('HOTLINE_NOT_FOUND')
    const { branchId } = line
    const fresh: Bill = {
      ...{ id, lineId, branchId, fileName, calls, by: caller.staffId, byName: caller.name },
      ...{ counted: 0, nextPiece: 0, startedAt: now.toISOString(), endedAt: '' },
    }
    const act = actOf(caller, now, { what: 'bill-imported', about: `${line.name} ${fileName}`, branchId })
    const refs = { known: database.open(billsStore).at(id), act: database.open(actsStore).at(act.id) }
    const begun = await database.together(refs, ({ known }) => {
      if (!known) return done({ write: { known: fresh, act }, reply: fresh })
      return known.lineId === lineId && known.calls === calls
        ? done({ write: {}, reply: known })
        : refused('IMPORT_DIFFERS')
    })
    return begun.ok ? done(shown(begun.data, directory)) : begun
  },

  billPiece: async ({ billId, number, month, calls }, { database, now, within }) => {
    const bill = await database.open(billsStore).get(billId)
    if (!bill || !within(bill.branchId)) return refused('BILL_NOT_FOUND')
    if (!isMonthOf(month, calls, now)) return refused('TIME_NOT_FIT')
    const directory = await directoryOf(database)
    const refs = { known: database.open(billsStore).at(billId), sums: database.open(billedMonthsStore).at(month) }
    const taken = await database.together(refs, ({ known, sums }) => {
      if (!known) return refused('BILL_NOT_FOUND')
      const asked = takePiece(known, { number, calls }, now)
      if (!asked.ok) return asked
      const { bill: next, isNew } = asked.data
      if (!isNew) return done({ write: {}, reply: next })
      const { lines } = withCalls(sums ?? { lines: {} }, known.lineId, calls)
      return done({ write: { known: next, sums: { id: month, lines } }, reply: next })
    })
    return taken.ok ? done(shown(taken.data, directory)) : taken
  },

  bills: async ({ after }, { database, within }) => {
    const directory = await directoryOf(database)
    const rows: Bill[] = []
    let next: string | null = after ?? null
    do {
      const page = await database
        .open(billsStore)
        .find({ index: 'byStart', order: 'descending', limit: A_PAGE, ...(next && { after: next }) })
      rows.push(...page.rows.filter(({ branchId }) => within(branchId)))
      next = page.next
    } while (next && rows.length === 0)
    return done({ rows: rows.map((row) => shown(row, directory)), next })
  },
}

const shown = ({ branchId, by, ...bill }: Bill, directory: Directory) => ({
  ...bill,
  lineName:
    lineIn(directory, bill.lineId)?.name ?? directory.gone.find(({ id }) => id === bill.lineId)?.name ?? '已删除的热线',
  endedAt: bill.endedAt || null,
})
