import type { Output } from '../../contract'

export type Destroyed = Output<'audit', 'destructions'>['rows'][number]

export const destroyedBy: Record<Destroyed['by'], string> = { retention: '到期自动销毁', person: '本人要求销毁' }

/** Of all rows, and by what they went. */
export const totalOf = (rows: readonly Destroyed[]) => {
  const sum = (by: Destroyed['by']) => rows.reduce((total, row) => (row.by === by ? total + row.count : total), 0)
  const parts = { retention: sum('retention'), person: sum('person') }
  return { ...parts, all: parts.retention + parts.person }
}
