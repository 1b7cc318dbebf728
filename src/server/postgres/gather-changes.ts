import { again } from './again'
import { type Answer, type Change, settle } from './change'
import type { Sql } from './sql'

export type Transact = <Outcome>(change: Change<Outcome>) => Promise<Outcome>

type Waiting = { change: Change; resolve: (outcome: unknown) => void; reject: (fault: unknown) => void }

/** More in one transaction would keep the first waiting for the last. */
const MOST_AT_ONCE = 50

/** One change in a transaction of its own, which waits for whoever holds its documents. */
export async function transactAlone<Outcome>(sql: Sql, change: Change<Outcome>): Promise<Outcome> {
  const [answer] = await again(() =>
    sql.transaction((query) => settle(query, [change], { wait: true, alone: sql.embedded })),
  )
  if (!answer || answer === 'locked') throw new Error('a change that waits is always asked')
  if ('fault' in answer) throw answer.fault
  return answer.outcome as Outcome
}

/**
 * Changes asked for while a transaction is under way wait for it and then share one: sixteen at once cost the statements and
 * the disk write of one. Each is asked by itself, after those before it, and acknowledged when the transaction is on the disk.
 * One that needs what somebody else holds, and all of a transaction that met a conflict, go alone: nobody waits for another's lock.
 * `first` is waited for before each transaction.
 */
export function gatheredChanges(sql: Sql, first?: () => Promise<unknown>): Transact {
  let waiting: Waiting[] = []
  let underWay = false

  const alone = ({ change, resolve, reject }: Waiting) => void transactAlone(sql, change).then(resolve, reject)

  const answer = (one: Waiting, given: Answer | undefined) => {
    if (!given || given === 'locked') alone(one)
    else if ('fault' in given) one.reject(given.fault)
    else one.resolve(given.outcome)
  }

  const go = async (together: readonly Waiting[]) => {
    const changes = together.map(({ change }) => change)
    let written = false
    try {
      const answers = await sql.transaction(async (query) => {
        const given = await settle(query, changes, { wait: false, alone: sql.embedded })
        written = true
        return given
      })
      for (const [at, one] of together.entries()) answer(one, answers[at])
    } catch (fault) {
      // Whether a commit that failed has happened nobody knows: it is not done again.
      for (const one of together) written ? one.reject(fault) : alone(one)
    }
  }

  const work = async () => {
    underWay = true
    while (waiting.length > 0) {
      if (first) await first()
      const together = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      await go(together)
    }
    underWay = false
  }

  return <Outcome>(change: Change<Outcome>) =>
    new Promise<Outcome>((resolve, reject) => {
      waiting.push({ change, resolve: resolve as Waiting['resolve'], reject })
      if (!underWay) void work()
    })
}
