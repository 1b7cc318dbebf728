import * as z from 'zod'
import { minutesLater } from '../../src/domain/time'
import { Busy, type Database } from './database'
import { declare } from './declaration'

/**
 * A destruction on its way, so that one that is cut off is finished. `id` is the receipt's number, `count` how many there were
 * of each kind when it began. `endedAt` is empty until all is gone; the note of an account then stands a little longer.
 */
export type Erasure = {
  id: string
  personId: string
  kinds: { kind: string; count: number }[]
  account: boolean
  startedAt: string
  endedAt: string
}

export const erasuresStore = declare<Erasure>({
  name: 'erasures',
  title: '正在删除',
  about: '正在进行的删除，中断了会接着做完；注销账户的再留几分钟，挡住已经在路上的写入',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    kinds: z.array(z.strictObject({ kind: z.string(), count: z.number() })),
    account: z.boolean(),
    startedAt: z.string(),
    endedAt: z.string(),
  }),
  version: 2,
  migrations: { 1: (old) => ({ ...old, endedAt: '' }) },
  indexes: { byStart: ['startedAt'], byPerson: ['personId', 'startedAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '删除完成时立即清除；注销账户的，完成三分钟后清除' },
})

/**
 * A request that was let in before its account was destroyed may write after it. It ends within a minute (WeChat ends a
 * function after 60 s as we deploy it), and began at the latest in the minute in which the destruction ran.
 */
const STANDS_MINUTES = 3

/** From here on nobody who was let in before is still at work. */
export const isOver = ({ endedAt }: Erasure, now: Date) =>
  endedAt !== '' && minutesLater(new Date(endedAt), STANDS_MINUTES) <= now

/** Told as `ACCOUNT_GOING`. */
export class AccountGoing extends Busy {}

/** Whether the person's account is being destroyed, or was a moment ago. */
export async function isAccountGoing(personId: string, database: Database): Promise<boolean> {
  const { rows } = await database
    .open(erasuresStore)
    .find({ index: 'byPerson', where: { personId }, order: 'descending', limit: 10 })
  return rows.some(({ account }) => account)
}
