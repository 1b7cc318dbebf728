import union from '../../../config/union.json'
import { UNION_LINE } from '../../domain/hotlines/words'

export type Choice = { id: string; name: string; numbers: readonly string[] }

/** The union's own line, where there is one: its calls are logged and billed like any other's. */
export const unionLine: readonly Choice[] =
  union.line.number === '' ? [] : [{ id: UNION_LINE, name: union.line.name, numbers: [union.line.number] }]
