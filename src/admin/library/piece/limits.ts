import type { Output } from '../../../contract'

export type Limits = Output<'uploads', 'limits'>
