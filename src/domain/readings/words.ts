/** Why somebody else may look at what belongs to a person. A reading without one of these cannot be made. */
export const readingReasons = ['danger-to-life', 'asked-by-person', 'required-by-law'] as const
export type ReadingReason = (typeof readingReasons)[number]

/** As the person reads it in 「谁看过我」. */
export const readingReasonNames: Record<ReadingReason, string> = {
  'danger-to-life': '有生命危险，需要尽快联系到您',
  'asked-by-person': '您本人提出要求',
  'required-by-law': '法律规定必须提供',
}
