import type { Output } from '../../../contract'
import { purposes } from '../../../domain/consents/words'
import { api } from '../../cloud/api'
import { useOwn } from './use-own'

const NONE = { rows: purposes.map((purpose) => ({ purpose, given: false, history: [] })) }

export const useConsents = () => useOwn<Output<'consents', 'list'>, never>(() => api.consents.list({}), NONE)
