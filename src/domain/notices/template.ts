import { inShanghai } from '../time'
import type { Notice } from './notice'
import { type NoticeKind, noticePaths, noticeWords } from './words'

/** A template of WeChat's as the union chose it: which notices it is for, and what stands in its fields. */
export type Template = { id: string; kinds: readonly NoticeKind[]; fields: Readonly<Record<string, 'words' | 'time'>> }

export type Message = { templateId: string; page: string; fields: Record<string, string> }

export const templateFor = (kind: NoticeKind, templates: readonly Template[]) =>
  templates.find(({ kinds }) => kinds.includes(kind))

/** All that WeChat is given: the neutral words and a time. */
export function messageOf(notice: Pick<Notice, 'kind' | 'at' | 'appointmentAt'>, { id, fields }: Template): Message {
  const { kind, at, appointmentAt } = notice
  const said = {
    words: noticeWords[kind],
    // 2019-10-01 15:01 is a form of the fields «time» and «date» (发送订阅消息).
    time: inShanghai(appointmentAt === '' ? at : appointmentAt).format('YYYY-MM-DD HH:mm'),
  }
  const filled = Object.entries(fields).map(([field, what]) => [field, said[what]] as const)
  return { templateId: id, page: noticePaths[kind].slice(1), fields: Object.fromEntries(filled) }
}
