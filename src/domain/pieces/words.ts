/** What a piece can be, in the order lists show them. */
export const kinds = ['article', 'video', 'audio', 'exercise'] as const
export type Kind = (typeof kinds)[number]

export const topics = [
  'stress',
  'sleep',
  'emotion',
  'relationships',
  'family',
  'work',
  'self-care',
  'crisis-support',
] as const
export type Topic = (typeof topics)[number]

export const audiences = [
  'youth',
  'frontline',
  'hardship',
  'migrant',
  'women',
  'high-pressure',
  'teachers',
  'medical',
  'police',
] as const
export type Audience = (typeof audiences)[number]

/** Where the working copy stands. Whether readers see an edition is a fact of its own: `liveVersion`. */
export const stages = ['draft', 'in-review', 'published', 'recalled'] as const
export type Stage = (typeof stages)[number]

export const kindNames: Record<Kind, string> = { article: '文章', video: '视频', audio: '音频', exercise: '练习' }

export const topicNames: Record<Topic, string> = {
  stress: '压力',
  sleep: '睡眠',
  emotion: '情绪',
  relationships: '人际',
  family: '家庭',
  work: '工作',
  'self-care': '自我照顾',
  'crisis-support': '陪伴与求助',
}

export const audienceNames: Record<Audience, string> = {
  youth: '青年职工',
  frontline: '一线职工',
  hardship: '困难职工',
  migrant: '农民工',
  women: '女职工三期',
  'high-pressure': '高压岗位',
  teachers: '教师',
  medical: '医护',
  police: '民警',
}

export const stageNames: Record<Stage, string> = {
  draft: '草稿',
  'in-review': '审核中',
  published: '已发布',
  recalled: '已撤回',
}
