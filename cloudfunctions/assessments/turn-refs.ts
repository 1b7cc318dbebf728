import type { Turn } from '../../src/domain/surveys/turns'
import type { Database, Ref } from '../_kit/database'
import { surveyTurnsStore } from './surveys-store'

/** 市 → 区 → 单位 → 驿站: no way down is longer, so that they and the survey fit into one transaction. */
const slots = ['turn0', 'turn1', 'turn2', 'turn3'] as const
type Slot = (typeof slots)[number]

/** Those that a shorter way does not have are not asked for, and come back as not there. */
export function turnRefs(ids: readonly string[], database: Database) {
  if (ids.length > slots.length) throw new Error('a way down longer than there are levels')
  const turns = database.open(surveyTurnsStore)
  return Object.fromEntries(ids.map((id, at) => [slots[at], turns.at(id)])) as Record<Slot, Ref<Turn>>
}

export const turnsIn = (documents: Record<Slot, Turn | undefined>): Turn[] =>
  slots.flatMap((slot) => documents[slot] ?? [])

export const turnWrites = (ids: readonly string[], turns: readonly Turn[]): Partial<Record<Slot, Turn>> =>
  Object.fromEntries(turns.map((turn) => [slots[ids.indexOf(turn.id)], turn]))
