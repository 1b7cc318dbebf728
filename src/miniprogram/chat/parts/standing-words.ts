import { ACCEPT_MINUTES } from '../../../domain/chats/chat'
import { inShanghai } from '../../../domain/time'
import { nextTime } from '../../help/duty-words'
import { dateOf } from '../../phone/times'
import type { Own } from './said'

type Standing = Pick<Own, 'state' | 'place' | 'expectedMinutes' | 'promisedAt' | 'withName'>

/** Above the conversation: with whom, or what it waits for. */
export const headWords = ({ state, withName }: Standing): string => {
  if (state === 'open') return withName === null ? '对话正在进行' : `正在和${withName}聊`
  if (state === 'ended') return withName === null ? '这段对话结束了' : `和${withName}的对话，已经结束`
  return state === 'waiting' ? '正在请咨询师' : '您的留言'
}

/** While nobody is there yet: all that is known about when somebody will be, and nothing more. */
export const waitingWords = (standing: Standing, now: Date): readonly string[] => {
  if (standing.state === 'left')
    return [
      standing.promisedAt === null
        ? '现在没有人能接，您的留言会有人回复。'
        : new Date(standing.promisedAt) > now
          ? `现在没有人能接，您可以留言，${nextTime(standing.promisedAt, now)} 前回复。`
          : `说好 ${nextTime(standing.promisedAt, now)} 前回复，还没有等到人，对不起。您的留言排在最前面。`,
      '可以先把想说的写下来，离开也没关系，有回复会在「通知」里告诉您。',
    ]
  const { place, expectedMinutes } = standing
  const turn = place === null ? '' : place <= 1 ? '下一位就是您' : `前面还有 ${place - 1} 位`
  const minutes = expectedMinutes === null ? '' : `大约 ${expectedMinutes} 分钟`
  const known = [turn, minutes].filter(Boolean).join('，')
  return [
    known === '' ? '正在请值班的咨询师，还说不准要多久。' : `${known}。`,
    `一位 ${ACCEPT_MINUTES} 分钟内没有接下，会接着请下一位；都没能接下，就作为留言，告诉您什么时候回复。想说的可以先写，接下的人会看到。`,
  ]
}

/** As far as a glance needs: today only the hour. */
export const timeOf = (at: string, now: Date): string => {
  const moment = inShanghai(at)
  const today = inShanghai(now)
  if (moment.format('YYYY-MM-DD') === today.format('YYYY-MM-DD')) return moment.format('HH:mm')
  return moment.year() === today.year() ? moment.format('M月D日 HH:mm') : `${dateOf(at)} ${moment.format('HH:mm')}`
}

const PAUSE_MINUTES = 5

/** Whether a time stands above what was said: at the beginning, and after a pause. */
export const tellsTime = (at: string, before: string | undefined): boolean =>
  before === undefined || Date.parse(at) - Date.parse(before) >= PAUSE_MINUTES * 60_000

/** In the list of conversations: with whom, and what there is to know, never a word of it. */
export const listWords = (
  { state, withName, unread, openedAt, promisedAt }: Standing & Pick<Own, 'unread' | 'openedAt'>,
  unsent: number,
  now: Date,
) => {
  const standing = { waiting: '正在请咨询师', open: '正在进行', left: '留言', ended: '已结束' }[state]
  const told = [
    unread > 0 ? (unread === 1 ? '您有一条新的回复' : `您有 ${unread} 条新的回复`) : '',
    unsent > 0 ? `有 ${unsent} 句还没有发出去` : '',
    state === 'left' && promisedAt !== null && new Date(promisedAt) > now ? `${nextTime(promisedAt, now)} 前回复` : '',
  ].filter(Boolean)
  return {
    name: withName === null ? '文字对话' : `和${withName}的对话`,
    hint: `${timeOf(openedAt, now)} · ${standing}`,
    ...(told.length > 0 && { state: told.join('，') }),
  }
}
