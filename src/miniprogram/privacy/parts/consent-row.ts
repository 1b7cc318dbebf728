import type { Output } from '../../../contract'
import type { Purpose } from '../../../domain/consents/words'
import { dateOf } from '../../phone/times'

export type ConsentRow = Output<'consents', 'list'>['rows'][number]

/** Anybody may give this one freely; the others wait until something asks for them. */
const OPEN: readonly Purpose[] = ['figures']

/** What nothing has asked for yet has no entry. */
export const toShow = (rows: readonly ConsentRow[], asked: readonly Purpose[]) =>
  rows.filter(({ purpose, history }) => history.length > 0 || asked.includes(purpose) || OPEN.includes(purpose))

export const stateWords = ({ given, history }: ConsentRow) => {
  const last = history.at(-1)
  if (given && last) return `${dateOf(last.at)}同意，仍然有效`
  if (last?.what === 'withdrawn') return `${dateOf(last.at)}撤回了`
  return last ? '说明有更新，要您重新看过才算' : '没有同意'
}

export const eventWords = ({ what, version, at }: ConsentRow['history'][number]) =>
  `${dateOf(at)} ${what === 'given' ? '同意' : '撤回'}（第 ${version} 版说明）`
