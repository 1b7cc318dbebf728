import { readCode } from '../../src/domain/membership/code'
import { daysLater } from '../../src/domain/time'
import { type Database, MOST_ROWS } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { type BranchCode, branchCodesStore } from './branches-store'

/** A code works for this long at most: older ones need not be looked through. */
export const MOST_DAYS = 90

/** Begins with a letter, as ids on the wire do. Undefined when what was typed cannot be a code. */
export function codeId(typed: string, keys: Keys): string | undefined {
  const code = readCode(typed)
  return code && `c${keys.hash('branch-code', code)}`
}

export const isGood = ({ expiresAt }: BranchCode, now: Date) => Date.parse(expiresAt) > now.getTime()

/** Newest first. */
export async function goodCodes(branchId: string, database: Database, now: Date): Promise<BranchCode[]> {
  const good: BranchCode[] = []
  let after: string | undefined
  do {
    const page = await database.open(branchCodesStore).find({
      index: 'byBranch',
      where: { branchId },
      range: { from: daysLater(now, -MOST_DAYS).toISOString() },
      order: 'descending',
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    good.push(...page.rows.filter((code) => isGood(code, now)))
    after = page.next ?? undefined
  } while (after)
  return good
}

/** A counter cannot be part of a transaction: a branch's codes end one by one, and ending them again finds what was left. */
export async function endCodes(branchId: string, database: Database, now: Date): Promise<void> {
  const codes = database.open(branchCodesStore)
  for (const { id } of await goodCodes(branchId, database, now)) await codes.remove(id)
}
