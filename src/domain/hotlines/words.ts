/** What an institution is, as people know it. */
export const institutionKinds = ['union', 'hospital', 'public', 'school', 'welfare'] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export const institutionKindNames: Record<InstitutionKind, string> = {
  union: '工会',
  hospital: '医院',
  public: '公共服务',
  school: '高校',
  welfare: '公益组织',
}

export const costs = ['free', 'call-rate', 'paid'] as const
export type Cost = (typeof costs)[number]

export const costNames: Record<Cost, string> = {
  free: '免费',
  'call-rate': '只收普通话费',
  paid: '另外收费，接通时会先说明',
}

/** What a call was about, out of a fixed list: nothing about the caller can be written down. */
export const topics = ['mood', 'sleep', 'work', 'family', 'children', 'people', 'rights', 'urgent', 'other'] as const
export type CallTopic = (typeof topics)[number]

export const topicNames: Record<CallTopic, string> = {
  mood: '情绪',
  sleep: '睡眠',
  work: '工作压力',
  family: '婚姻与家庭',
  children: '亲子',
  people: '人际',
  rights: '劳动权益',
  urgent: '紧急情况',
  other: '其他',
}

export const callOutcomes = ['listened', 'booking', 'referred', 'emergency', 'silent', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const callOutcomeNames: Record<CallOutcome, string> = {
  listened: '听对方说完，给了建议',
  booking: '请对方预约咨询',
  referred: '转到别的机构',
  emergency: '请对方打 120 或 110',
  silent: '没有出声或挂断',
  'wrong-number': '打错了',
}

/** The union's own line: its number is set where the app is built, and what it answers is counted like any other's. */
export const UNION_LINE = 'union'
