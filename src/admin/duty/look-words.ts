import type { CallRow } from '../../contract/calls'

/** What whoever accepted can look at: a number, what a counsellor wrote, or both. */
export const lookName = ({ hasNumber, referredByName }: Pick<CallRow, 'hasNumber' | 'referredByName'>): string => {
  if (referredByName === '') return '看号码'
  return hasNumber ? '看号码和转介' : '看转介'
}
