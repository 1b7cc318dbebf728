import { randomBytes } from 'node:crypto'
import { customAlphabet } from 'nanoid'
import { billsStore, DIRECTORY, hotlinesStore } from '../../cloudfunctions/counselling/store'
import type { Bill } from '../../src/domain/hotlines/billed'
import { emptyDirectory } from '../../src/domain/hotlines/directory'
import { done } from '../../src/domain/result'
import type { House } from './open-house'

export const newId = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 20)
export const newBillId = () => randomBytes(16).toString('hex')

export const anInstitution = { name: '职工服务中心', kind: 'union' as const, note: '' }

export const aLine = {
  name: '倾诉热线',
  numbers: ['000-0000-0001'],
  answeredBy: '值班咨询师',
  cost: 'free' as const,
  anonymous: true,
  hours: { always: true, periods: [], onHolidays: 'as-usual' as const, holidaySpans: [] },
  hidden: false,
  confirmed: false,
}

/** On 10 March 2026, at 09:30 in Shanghai. */
export const answeredCall = {
  startedAt: '2026-03-10T01:30:00.000Z',
  minutes: 12,
  topic: 'sleep' as const,
  outcome: 'listened' as const,
}

export const billedPiece = { number: 0, month: '2026-03', calls: [{ hour: '2026-03-09T21', seconds: 300 }] }

/** The list holds only a few at a time, however many stages are set. */
const MOST = 3

/** One institution of a branch with one line, and a bill of it that was begun. */
export async function keepHotline(
  { database, clock }: House,
  { mark, branchId, by }: { mark: string; branchId: string; by: string },
) {
  const [institutionId, lineId] = [`institution${mark}`, `linenumber${mark}`]
  const institution = { ...anInstitution, id: institutionId, branchId, revision: 1, name: `机构${mark}` }
  const { confirmed, ...fields } = aLine
  const line = { ...fields, id: lineId, institutionId, revision: 1, name: `热线${mark}`, dialId: 1, sample: true }
  const bill: Bill = {
    ...{ id: newBillId(), lineId, branchId, fileName: `话单${mark}.csv`, by, byName: `导入人${mark}` },
    ...{ calls: 2, counted: 0, nextPiece: 0, startedAt: clock.now().toISOString(), endedAt: '' },
  }
  await database.open(billsStore).insert(bill)
  const kept = await database
    .open(hotlinesStore)
    .change(DIRECTORY, (before = { ...emptyDirectory(), id: DIRECTORY }) => {
      const directory = {
        ...before,
        institutions: [institution, ...before.institutions].slice(0, MOST),
        lines: [line, ...before.lines].slice(0, MOST),
      }
      return done({ write: directory, reply: directory })
    })
  return { institutionId, lineId, bill, directory: kept.data }
}
