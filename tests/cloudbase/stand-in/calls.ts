export interface Call {
  action: string
  invocation: string
  collection?: string
  queryType?: string
  transactionId?: string
  /** Sent outside any transaction by an invocation that has one open: as the SDK does with where().update(). */
  besideTransaction?: true
  documentsRead: number
  documentsWritten: number
  outcome: string
}

export interface Tally {
  total: number
  reads: number
  writes: number
  documentsRead: number
  documentsWritten: number
  byAction: Record<string, number>
}

const READS = new Set(['database.getDocument', 'database.calculateDocument'])
export const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
])

export function openCalls() {
  const list: Call[] = []
  return {
    list,
    record(call: Call) {
      list.push(call)
    },
    count: (action: string) => list.filter((call) => call.action === action).length,
    /** Sums over all calls, or over those of one invocation. */
    tally(invocation?: string): Tally {
      const tally: Tally = { total: 0, reads: 0, writes: 0, documentsRead: 0, documentsWritten: 0, byAction: {} }
      for (const call of list) {
        if (invocation !== undefined && call.invocation !== invocation) continue
        tally.total += 1
        if (READS.has(call.action)) tally.reads += 1
        if (WRITES.has(call.action)) tally.writes += 1
        tally.documentsRead += call.documentsRead
        tally.documentsWritten += call.documentsWritten
        tally.byAction[call.action] = (tally.byAction[call.action] ?? 0) + 1
      }
      return tally
    },
    clear() {
      list.length = 0
    },
  }
}
