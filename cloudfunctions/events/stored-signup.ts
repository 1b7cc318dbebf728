import { done, type Result, refused } from '../../src/domain/result'
import type { Signup } from '../../src/domain/signups/signup'
import type { Database } from '../_kit/database'
import { type StoredSignup, signupsStore } from './signups-store'

/** As the rule leaves it; `SIGNUP_NOT_FOUND` where it is gone or the ticket is another one by now. */
export const changeSignup = <Code extends string>(
  { id, ticketId }: Pick<Signup, 'id' | 'ticketId'>,
  rule: (signup: StoredSignup) => Result<StoredSignup, Code>,
  { database }: { database: Database },
): Promise<Result<StoredSignup, Code | 'SIGNUP_NOT_FOUND'>> =>
  database
    .open(signupsStore)
    .change(id, (signup): Result<{ write: StoredSignup; reply: StoredSignup }, Code | 'SIGNUP_NOT_FOUND'> => {
      if (signup?.ticketId !== ticketId) return refused('SIGNUP_NOT_FOUND')
      const changed = rule(signup)
      return changed.ok ? done({ write: changed.data, reply: changed.data }) : changed
    })
