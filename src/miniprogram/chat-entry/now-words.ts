import type { Output } from '../../contract'
import { nextTime } from '../help/duty-words'

/** Whether somebody is there to write with, as far as this phone can know. */
export type There = 'asking' | 'unknown' | Output<'chats', 'now'>

/** Nothing here is said that this phone does not know. */
export const thereWords = (there: There, now: Date) => {
  if (there === 'asking') return '正在看现在有没有人在。'
  if (there === 'unknown') return '现在没有连上，不知道有没有人在。这里的电话都可以直接打。'
  if (!there.there) return `现在没有人在，您可以留言，${nextTime(there.promisedAt, now)} 前回复。`
  if (there.expectedMinutes === null) return '现在有人在，会尽快回复您。'
  return `现在有人在，一般 ${there.expectedMinutes} 分钟内有人回复。`
}

/** What the button does, said as it is. */
export const beginWords = (there: There, goingOn: boolean) => {
  if (goingOn) return '接着上次的聊'
  return typeof there !== 'string' && !there.there ? '写一条留言' : '开始文字聊'
}
