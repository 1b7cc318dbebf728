import type { DrillShown } from '../../contract/cases'
import { monthOf } from '../../domain/time'
import { shownInstant } from '../shell/time'

/** How it went, in one sentence. */
export const outcomeOf = ({ state, acceptedByName, seconds, inTime }: DrillShown): string => {
  if (state === 'waiting') return '还没有人接下'
  if (state === 'stopped') return '没有人接下，已停止'
  return `${acceptedByName}在 ${seconds ?? 0} 秒后接下，${inTime ? '在 5 分钟内' : '超过了 5 分钟'}`
}

export const ofMonth = (drills: readonly DrillShown[], month: string): DrillShown[] =>
  drills.filter(({ startedAt }) => monthOf(startedAt) === month)

const askedInWords = ({ asked, withHead }: DrillShown) =>
  asked
    .map(({ name, at }, index) => {
      const head = withHead && index === asked.length - 1 ? '（值守负责人）' : ''
      return `${name || '没有人'}${head} ${shownInstant(at)}`
    })
    .join('；')

export const reportHeads = ['开始时间（北京时间）', '谁发起', '依次叫到谁、什么时候', '谁接下', '用时（秒）', '结果']

export const reportRow = (drill: DrillShown): (string | number)[] => [
  shownInstant(drill.startedAt),
  drill.startedByName,
  askedInWords(drill),
  drill.acceptedByName,
  drill.seconds ?? '',
  outcomeOf(drill),
]
