/** Why somebody else may look at what belongs to a person. A reading without one of these cannot be made. */
export const readingReasons = [
  'danger-to-life',
  'asked-by-person',
  'required-by-law',
  'follow-up',
  'counted-together',
  'counselling',
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
}
