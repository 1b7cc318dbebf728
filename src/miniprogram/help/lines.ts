import union from '../../../config/union.json'
import type { Dialled } from '../../domain/figures/uses'
import { everywhere } from '../../domain/hotlines/number'

export type Line = { number: string; name: string; when: string; counted: Dialled }

/** The union's own line stands last; without a number there is none. */
export const linesWith = ({ number, name, when }: Omit<Line, 'counted'>): readonly Line[] =>
  number === '' ? everywhere : [...everywhere, { number, name, when, counted: 'union' }]

export const lines = linesWith(union.line)
