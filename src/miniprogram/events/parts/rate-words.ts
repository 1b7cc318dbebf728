import type { RatingItem } from '../../../domain/ratings/words'

/** What is asked, and what each of 1 to 5 says. */
export const itemWords: Record<RatingItem, { asks: string; says: readonly [string, string, string, string, string] }> =
  {
    content: { asks: '内容合适吗', says: ['不合适', '不太合适', '一般', '合适', '很合适'] },
    teacher: { asks: '老师带得怎么样', says: ['不好', '不太好', '一般', '好', '很好'] },
    safe: { asks: '在这里说话，安心吗', says: ['不安心', '不太安心', '一般', '安心', '很安心'] },
    use: { asks: '学到的，平时用得上吗', says: ['用不上', '不太用得上', '一般', '用得上', '很用得上'] },
    goOn: { asks: '还愿意接着来吗', says: ['不愿意', '不太愿意', '说不准', '愿意', '很愿意'] },
  }
