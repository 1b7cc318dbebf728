/** Characters of one message, as a person counts them. */
export const MOST_TEXT = 1000

/** Of one conversation: weeks of it, and far less than a program sends in a night. */
export const MOST_MESSAGES = 5000

export const lengthOf = (text: string) => [...text].length

/** What is sent: without blanks around it, and never empty. */
export const isSendable = (text: string) => {
  const length = lengthOf(text.trim())
  return 0 < length && length <= MOST_TEXT
}

/** Numbers that are missing between what is here and `last`: asked for again after any break. */
export function gaps(have: readonly number[], last: number): { after: number; until: number }[] {
  const sorted = [...new Set(have)].sort((one, other) => one - other)
  const found: { after: number; until: number }[] = []
  let after = 0
  for (const number of [...sorted, last + 1]) {
    if (number > after + 1) found.push({ after, until: number - 1 })
    after = Math.max(after, number)
  }
  return found
}
