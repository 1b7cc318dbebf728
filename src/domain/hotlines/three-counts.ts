import { dialled, type Use } from '../figures/uses'
import type { AnsweredMonth } from './answered'
import { type BilledMonth, busiestHour } from './billed'
import type { Directory } from './directory'

export type CountedLine = {
  lineId: string
  name: string
  institutionName: string
  dialTaps: number
  answered: { calls: number; minutes: number } | null
  billed: { calls: number; seconds: number; busiestHour: number | null } | null
}

type Counts = {
  directory: Directory
  taps: readonly { use: Use; times: number }[]
  answered: AnsweredMonth | undefined
  billed: BilledMonth | undefined
}

/**
 * One line beside the other, each with its three counts. A tap may not become a call, a call may come without a tap, and an
 * operator may forget to log one: each count is right about something else, so they are never summed.
 */
export function threeCounts({ directory, taps, answered, billed }: Counts): CountedLine[] {
  const times = new Map(taps.map(({ use, times }) => [use as string, times]))
  const counted = (lineId: string) => {
    const bill = billed?.lines[lineId]
    return {
      answered: answered?.lines[lineId] ?? null,
      billed: bill ? { calls: bill.calls, seconds: bill.seconds, busiestHour: busiestHour(bill) ?? null } : null,
    }
  }
  const onTop = dialled.map((lineId) => ({
    ...{ lineId, name: '', institutionName: '' },
    dialTaps: times.get(`help.dialled.${lineId}`) ?? 0,
    ...counted(lineId),
  }))
  const institutionName = (id: string) => directory.institutions.find((one) => one.id === id)?.name ?? ''
  const known = [
    ...directory.institutions.flatMap(({ id }) => directory.lines.filter((line) => line.institutionId === id)),
  ].map((line) => ({ ...line, institutionName: institutionName(line.institutionId), here: true }))
  const gone = directory.gone.map((line) => ({ ...line, here: false }))
  const listed = [...known, ...gone].flatMap(({ id: lineId, dialId, name, institutionName, here }) => {
    const row = {
      lineId,
      name,
      institutionName,
      dialTaps: times.get(`hotlines.dialled.${dialId}`) ?? 0,
      ...counted(lineId),
    }
    return here || row.dialTaps > 0 || row.answered || row.billed ? [row] : []
  })
  return [...onTop, ...listed]
}
