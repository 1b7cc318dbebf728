import type { InstrumentId } from './instrument'

/** What helps to choose. The whole definitions are ten times as long, and lists have no use for the rest. */
export type Brief = { title: string; about: string; questions: number }

/** Of the newest versions; a test holds every word to the definitions. */
export const briefs: Record<InstrumentId, Brief> = {
  phq4: { title: '近两周的心情', about: '四个问题，看看要不要再多做一份', questions: 4 },
  who5: { title: '近两周的状态', about: '五个问题，看看最近两周整体过得怎么样', questions: 5 },
  phq9: { title: '情绪低落', about: '九个问题，看看近两周低落、没劲的感受有多少', questions: 9 },
  gad7: { title: '紧张和担心', about: '七个问题，看看近两周紧张、担心的感受有多少', questions: 7 },
  k6: { title: '近一个月的心情', about: '六个问题，看看近一个月心里有多累', questions: 6 },
  dass21: { title: '压力、紧张和低落', about: '二十一个问题，分开看过去一周的三个方面', questions: 21 },
  srq20: {
    title: '近一个月的不舒服',
    about: '二十个是与否的问题，看看近一个月身上和心里有哪些不舒服',
    questions: 20,
  },
  cbi: { title: '工作和疲惫', about: '十三个问题，看看疲惫更多来自生活还是工作', questions: 13 },
  swls: { title: '对生活的满意', about: '五个问题，看看对现在的生活整体上有多满意', questions: 5 },
  'audit-c': { title: '喝酒的习惯', about: '三个问题，看看喝酒会不会给身体添负担', questions: 3 },
}

/** The short one comes first and alone. */
export const groups: readonly { title: string; ids: readonly InstrumentId[] }[] = [
  { title: '从这份开始', ids: ['phq4'] },
  { title: '心情和感受', ids: ['who5', 'phq9', 'gad7', 'k6', 'dass21'] },
  { title: '工作、生活和身体', ids: ['cbi', 'swls', 'srq20', 'audit-c'] },
]

/** A question is read and answered in about twelve seconds. */
const A_MINUTE = 5

export const minutesFor = (questions: number) => Math.max(1, Math.round(questions / A_MINUTE))
