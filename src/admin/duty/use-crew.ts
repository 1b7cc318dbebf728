import type { Output } from '../../contract'
import { onDuty } from '../../domain/duty/shift'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { useRead } from '../cloud/use-read'
import { startOfDay } from './week'

export type Crew = Output<'shifts', 'list'>

/** The rota from today on: who is there now, who the head is, and to whom something can be handed. */
export const useCrew = () =>
  useRead('crew', () => api.shifts.list({ from: startOfDay(dayOf(new Date())).toISOString() }))

export const thereNow = (crew: Crew, now: number): { staffId: string; name: string }[] => {
  const shifts = onDuty(crew.rows, new Date(now))
  return shifts.filter(({ staffId }, index) => shifts.findIndex((one) => one.staffId === staffId) === index)
}
