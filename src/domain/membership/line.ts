import { readNumber } from './numbers'
import { type Line, type LineProblem, type NumberKind, numberKinds } from './words'

export type Numbered = { kind: NumberKind; number: string }

/** A spreadsheet would run such a cell (OWASP, CSV injection). A list has no use for one, and what it says goes nowhere. */
const STARTS_A_FORMULA = /^[=+\-@\t\r]/

/** The one exception: a phone number in its international form. */
const INTERNATIONAL = /^\+86[\s\d-]*$/

const runs = (cell: string) => {
  const plain = cell.normalize('NFKC')
  return (STARTS_A_FORMULA.test(plain) || STARTS_A_FORMULA.test(plain.trim())) && !INTERNATIONAL.test(plain.trim())
}

const isEmpty = (cell: string) => cell.trim() === ''

/** The numbers of one line, or what is wrong with it. One wrong cell refuses the line: half a person is not taken in. */
export function numbersOf(line: Line): readonly Numbered[] | LineProblem {
  const numbers: Numbered[] = []
  for (const kind of numberKinds) {
    const cell = line[kind]
    if (isEmpty(cell)) continue
    const number = runs(cell) ? undefined : readNumber(kind, cell)
    if (number === undefined) return `${kind}-malformed`
    numbers.push({ kind, number })
  }
  return numbers.length > 0 ? numbers : 'number-missing'
}

/** As a branch bears it; undefined for an empty cell. */
export function branchCodeOf({ branchCode }: Line): string | undefined {
  const code = branchCode.normalize('NFKC').trim().toLowerCase()
  return code === '' ? undefined : code
}

/** What became of one number. */
export type Fate = 'added' | 'moved' | 'removed' | 'already' | LineProblem

const better: readonly Fate[] = ['added', 'removed', 'moved', 'already']

/** A line counts once, by the best that became of its numbers. */
export const fateOf = (fates: readonly Fate[]): Fate | undefined =>
  better.find((fate) => fates.includes(fate)) ?? fates[0]
