/**
 * `entered`: until the draw. `waiting`: in the line, which is also where everybody is who has just come. `offered`: a seat is
 * kept for them until they answer. What was `declined`, has `lapsed` or was `cancelled` is over; they may come anew, at the end.
 */
export const signupStates = [
  'entered',
  'waiting',
  'seated',
  'offered',
  'declined',
  'lapsed',
  'cancelled',
  'came',
  'missed',
] as const
export type SignupState = (typeof signupStates)[number]

/** What the seats of an event are kept in: for everybody and for each share, as they were and as they were given back. */
export const pools = ['open', 'openFreed', 'shift', 'shiftFreed', 'newcomer', 'newcomerFreed'] as const
export type Pool = (typeof pools)[number]

/** 岗位、工种: what teachers adapt to; only ever shown as a breakdown. */
export const trades = [
  'production',
  'construction',
  'transport',
  'delivery',
  'retail',
  'hospitality',
  'cleaning',
  'security',
  'health',
  'education',
  'technology',
  'finance',
  'media',
  'public-service',
  'office',
  'other',
] as const
export type Trade = (typeof trades)[number]

export const tradeNames: Record<Trade, string> = {
  production: '生产制造',
  construction: '建筑施工',
  transport: '交通运输',
  delivery: '快递外卖',
  retail: '商场零售',
  hospitality: '餐饮住宿',
  cleaning: '环卫保洁',
  security: '安保物业',
  health: '医护养老',
  education: '教育教学',
  technology: '技术研发',
  finance: '金融财会',
  media: '文化传媒',
  'public-service': '窗口和社区服务',
  office: '行政办公',
  other: '其他',
}
