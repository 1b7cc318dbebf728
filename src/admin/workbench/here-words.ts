import { AT_ONCE } from '../../domain/chats/queue'
import { shownClock } from '../shell/time'
import type { State } from './bench'

/** What is true about being there, said so that nobody has to guess what a switch means. */
export const hereWords = ({ wanted, listed, refusal }: State): string => {
  if (!listed) return '正在读取'
  const { hereUntil, open, changesAt } = listed
  if (wanted && refusal)
    return hereUntil
      ? `现在连不上。${shownClock(hereUntil)} 以后不再派给您，连上后自动恢复`
      : '现在连不上，连上后自动恢复'
  if (!open) return `现在不是开放时间，${shownClock(changesAt)} 起才会派新的对话，手里的照常`
  if (wanted && hereUntil)
    return `新的对话会派给您，手里满 ${AT_ONCE} 段先不派。开放到 ${shownClock(changesAt)}；本页断开或关闭后，最迟 ${shownClock(hereUntil)} 起不再派`
  if (hereUntil) return '您在另一个窗口里开着「我在」'
  return '没有打开，新的对话不会派给您；手里的照常'
}
