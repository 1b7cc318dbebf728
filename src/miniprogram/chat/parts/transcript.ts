import type { AnyRefusal } from '../../../contract'
import type { Api } from '../../../contract/client'
import { dayOf } from '../../../domain/time'
import { momentOf } from '../../phone/times'
import type { Message, Own } from './said'

type Read = { ok: true; messages: readonly Message[]; chat: Own } | { ok: false; code: AnyRefusal }

/** All of it from the first word, a page at a time. */
export const readAll = async (chats: Pick<Api['chats'], 'pull'>, chatId: string): Promise<Read> => {
  const messages: Message[] = []
  for (;;) {
    const reply = await chats.pull({ chatId, after: messages.at(-1)?.number ?? 0 })
    if (!reply.ok) return { ok: false, code: reply.code as AnyRefusal }
    messages.push(...reply.data.messages)
    if (!reply.data.more || reply.data.messages.length === 0) return { ok: true, messages, chat: reply.data.chat }
  }
}

const lineOf = ({ side, at, text, image }: Message, withName: string) => {
  const said = image ? '（一张图片）' : text
  return `${momentOf(at)}  ${side === 'person' ? '我' : withName}\n${said}\n`
}

/** A text that any program opens: when, who, what. Lines end as Windows expects them. */
export const transcriptOf = ({ openedAt, withName, endedAt }: Own, messages: readonly Message[]): string => {
  const name = withName ?? '咨询师'
  const head = [
    '一段文字对话',
    `开始：${momentOf(openedAt)}`,
    ...(endedAt === null ? [] : [`结束：${momentOf(endedAt)}`]),
    ...(withName === null ? [] : [`和您说话的人：${withName}`]),
    '图片不在这份文字里。谁拿到这个文件，谁就能看到里面写的，看完可以删掉。',
  ]
  return `\uFEFF${[...head, '', ...messages.map((message) => lineOf(message, name))].join('\n')}`.replace(/\n/g, '\r\n')
}

/** Says nothing about what it holds. */
export const transcriptName = ({ openedAt }: Pick<Own, 'openedAt'>) => `对话-${dayOf(openedAt)}.txt`
