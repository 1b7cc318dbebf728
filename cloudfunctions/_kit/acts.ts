import { nanoid } from 'nanoid'
import * as z from 'zod'
import { type ActKind, acts } from '../../src/domain/staff/acts'
import type { StaffCaller } from './caller'
import { declare } from './declaration'
import { RECORDS_DAYS } from './ledger'

/** `about`: the colleague, branch or file it was done to, in words that name no employee. */
export type Act = {
  id: string
  at: string
  by: string
  byName: string
  what: ActKind
  about: string
  branchId: string
}

export const actsStore = declare<Act>({
  name: 'acts',
  title: '操作记录',
  about: '同事做过的会改变权限、组织和名单的操作：谁、什么时间、对什么',
  schema: z.strictObject({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    byName: z.string(),
    what: z.enum(acts),
    about: z.string(),
    branchId: z.string(),
  }),
  indexes: { byTime: ['at'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: RECORDS_DAYS, since: 'at', why: '至少保存三年，供审计查阅' },
})

/** To be written in the transaction of what it is about. */
export const actOf = (
  caller: StaffCaller,
  now: Date,
  { what, about, branchId }: Pick<Act, 'what' | 'about' | 'branchId'>,
): Act => ({ id: nanoid(), at: now.toISOString(), by: caller.staffId, byName: caller.name, what, about, branchId })
