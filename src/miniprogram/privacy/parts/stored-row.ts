import type { Output } from '../../../contract'

export type StoredRow = Output<'privacy', 'stored'>['rows'][number]
