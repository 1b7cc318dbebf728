import * as z from 'zod'
import { type ReadingReason, readingReasons } from '../../src/domain/readings/words'
import { declare } from '../_kit/declaration'
import { RECORDS_DAYS } from '../_kit/ledger'
import { SealedText } from '../_kit/sealing'

/** `id` is the personId. `pseudonym` is what others see unless the person says otherwise. */
export type Profile = {
  id: string
  personId: string
  pseudonym: string
  nickname: SealedText | null
  createdAt: string
}

export const profilesStore = declare<Profile>({
  name: 'profiles',
  title: '代号和昵称',
  about: '系统给您起的代号，和您自己填的昵称；昵称加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    pseudonym: z.string(),
    nickname: SealedText.nullable(),
    createdAt: z.string(),
  }),
  indexes: { byPerson: ['personId'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['pseudonyms', 'unsealings'],
  sensitivity: 'sensitive',
  sealed: ['nickname'],
  keep: { until: 'removed', why: '您删除或注销账户时立即删除' },
  seenBy: '您；督导须说明原因、两人都同意后才能看到，每一次都记在「谁看过我」里',
  fields: { pseudonym: '代号', nickname: '昵称', createdAt: '建立时间' },
})

/** `id` is the pseudonym: nobody else can have the same. */
export type Pseudonym = { id: string; personId: string; takenAt: string }

export const pseudonymsStore = declare<Pseudonym>({
  name: 'pseudonyms',
  title: '代号登记',
  about: '每个代号只给一个人用，避免重复',
  schema: z.strictObject({ id: z.string(), personId: z.string(), takenAt: z.string() }),
  indexes: { byPerson: ['personId', 'takenAt'], byOwner: ['personId'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '和「代号和昵称」一起删除' },
})

export { type Erasure, erasuresStore } from '../_kit/erasures'

/** What a destruction left to say; for a day, so that a lost answer can be asked for again. `id` is a keyed hash of the number, which only the person has. */
export type KeptReceipt = {
  id: string
  at: string
  kinds: { title: string; count: number }[]
  account: boolean
  backupsGoneAt: string
}

export const receiptsStore = declare<KeptReceipt>({
  name: 'receipts',
  title: '删除回执',
  about: '刚做完的删除的回执，供没有收到的人凭编号再取一次；不记是谁的，也没有内容',
  schema: z.strictObject({
    id: z.string(),
    at: z.string(),
    kinds: z.array(z.strictObject({ title: z.string(), count: z.number() })),
    account: z.boolean(),
    backupsGoneAt: z.string(),
  }),
  indexes: { byTime: ['at'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'at', why: '一天后清除，回执由本人自己保管' },
})

/** How many of a kind went on a day and by what; never whose. `id` is `<day>.<kind>.<by>`. */
export type Destruction = { id: string; day: string; kind: string; by: 'retention' | 'person'; count: number }

export const destructionsStore = declare<Destruction>({
  name: 'destructions',
  title: '销毁记录',
  about: '每天各类资料销毁了多少条：到期清除的，或本人删除的；不记是谁的',
  schema: z.strictObject({
    id: z.string(),
    day: z.string(),
    kind: z.string(),
    by: z.enum(['retention', 'person']),
    count: z.number(),
  }),
  indexes: { byDay: ['day'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: RECORDS_DAYS, since: 'day', why: '个人信息处理记录至少保存三年（个人信息保护法第五十六条）' },
  counter: true,
})

export type Unsealing = {
  id: string
  personId: string
  pseudonym: string
  /** Where the person is a member, or the city. */
  branchId: string
  reason: ReadingReason
  by: string
  byName: string
  askedAt: string
  approvedBy: string
  approvedByName: string
  approvedAt: string
  expiresAt: string
}

export const unsealingsStore = declare<Unsealing>({
  name: 'unsealings',
  title: '查看身份的申请',
  about: '督导申请查看您的代号背后是谁：为什么、谁申请、谁同意；过期即清除，看过的会留在「谁看过我」里',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    pseudonym: z.string(),
    branchId: z.string(),
    reason: z.enum(readingReasons),
    by: z.string(),
    byName: z.string(),
    askedAt: z.string(),
    approvedBy: z.string(),
    approvedByName: z.string(),
    approvedAt: z.string(),
    expiresAt: z.string(),
  }),
  indexes: { byPerson: ['personId', 'askedAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { days: 1, since: 'expiresAt', why: '申请过期一天后清除' },
  seenBy: '您，和处理这项申请的督导',
  fields: { reason: '原因', askedAt: '申请时间', approvedAt: '同意时间' },
})
