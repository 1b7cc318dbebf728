/** What a person is asked for separately: agreeing to one says nothing about another. */
export const purposes = ['tests', 'counselling', 'call-back', 'figures'] as const
export type Purpose = (typeof purposes)[number]

/** A consent as it stands. `withdrawnAt` is empty while it is given. `history` is the newest last. */
export type Consent = {
  id: string
  personId: string
  purpose: Purpose
  /** Of the text that was on the screen. */
  version: number
  givenAt: string
  withdrawnAt: string
  history: { what: 'given' | 'withdrawn'; version: number; at: string }[]
}
