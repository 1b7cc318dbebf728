/** Why somebody else may look at what belongs to a person. A reading without one of these cannot be made. */
export const readingReasons = [
  'danger-to-life',
  'asked-by-person',
  'required-by-law',
  'follow-up',
  'counted-together',
  'counselling',
  'own-record',
  'supervision',
  'referred',
  'event-host',
] as const
export type ReadingReason = (typeof readingReasons)[number]

/** Those for which two may agree to see who somebody is. */
export const unsealingReasons = [
  'danger-to-life',
  'asked-by-person',
  'required-by-law',
] as const satisfies ReadingReason[]
export type UnsealingReason = (typeof unsealingReasons)[number]

/** As the person reads it in 「谁看过我」. */
export const readingReasonNames: Record<ReadingReason, string> = {
  'danger-to-life': '有生命危险，需要尽快联系到您',
  'asked-by-person': '您本人提出要求',
  'required-by-law': '法律规定必须提供',
  'follow-up': '您请人回电之后，为您跟进',
  'counted-together': '把您参加的团体测评和大家的合在一起数，数完就清除了',
  counselling: '您找咨询师说话，由这位咨询师接待',
  'own-record': '咨询师看自己为您写的咨询记录',
  referred: '咨询师请值守的同事来关心您',
  'event-host': '活动的组织者看您报名时写的回答，或向直播提的问题',
  supervision: '咨询师就这次咨询请教督导，督导看不到您是谁',
}
