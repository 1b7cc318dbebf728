import union from '../../../config/union.json'
import type { Dialled } from '../../domain/figures/uses'

export type Line = { number: string; name: string; when: string; counted: Dialled }

/** 12356: the national number of the National Health Commission, in use everywhere since May 2025. */
const everywhere: readonly Line[] = [
  {
    number: '12356',
    name: '全国统一心理援助热线',
    when: '心里难受、睡不着、想找人说说时拨打。由各地的专业机构接听，一时没接通可以过一会儿再拨。',
    counted: '12356',
  },
  {
    number: '120',
    name: '急救',
    when: '有人受伤、服药过量，或者身体情况危急时拨打。全天有人接听。',
    counted: '120',
  },
  {
    number: '110',
    name: '报警',
    when: '您或身边的人正处在危险中，需要马上有人到场时拨打。全天有人接听。',
    counted: '110',
  },
]

/** The union's own line stands last; without a number there is none. */
export const linesWith = ({ number, name, when }: Omit<Line, 'counted'>): readonly Line[] =>
  number === '' ? everywhere : [...everywhere, { number, name, when, counted: 'union' }]

export const lines = linesWith(union.line)
