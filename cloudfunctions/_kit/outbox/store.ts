import * as z from 'zod'
import type { Notice } from '../../../src/domain/notices/notice'
import { noticeKinds, subjectKinds } from '../../../src/domain/notices/words'
import { declare } from '../declaration'
import { SealedText } from '../sealing'

/** `subject` is what finds all that speaks of one thing: kind and id in one. */
export type StoredNotice = Notice & { subject: string }

export const noticesStore = declare<StoredNotice>({
  name: 'notices',
  title: '通知',
  about: '提醒您的话：哪一种、什么时候、看过没有；不含任何内容',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    kind: z.enum(noticeKinds),
    subject: z.string(),
    subjectKind: z.enum(subjectKinds),
    subjectId: z.string(),
    revision: z.number(),
    appointmentAt: z.string(),
    state: z.enum(['waiting', 'sent', 'cancelled']),
    at: z.string(),
    unread: z.boolean(),
    push: z.enum(['none', 'waiting', 'sending', 'sent', 'refused', 'failed', 'unknown']),
    pushAt: z.string(),
    attempt: z.string(),
    subscriptionId: z.string(),
    tries: z.number(),
  }),
  indexes: {
    byPerson: ['personId', 'at'],
    byInbox: ['personId', 'state', 'at'],
    byUnread: ['personId', 'unread', 'at'],
    bySubject: ['subject', 'at'],
    byDue: ['state', 'at'],
    byPush: ['pushAt'],
    byAt: ['at'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  keep: { days: 90, since: 'at', why: '送达 90 天后清除' },
  fields: { kind: '说了什么', at: '时间', unread: '未读' },
})

/** One consent to one message by one template. `openid` is what WeChat delivers to; `spentOn` the notice that has it. */
export type Subscription = {
  id: string
  personId: string
  templateId: string
  openid: SealedText
  givenAt: string
  spentOn: string
}

export const subscriptionsStore = declare<Subscription>({
  name: 'subscriptions',
  title: '微信提醒的同意',
  about: '您在微信里点过「允许」的次数，每次只够发一条，用掉就删除；微信给的收件标识加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    templateId: z.string(),
    openid: SealedText,
    givenAt: z.string(),
    spentOn: z.string(),
  }),
  indexes: {
    byPerson: ['personId', 'givenAt'],
    byTemplate: ['personId', 'templateId', 'spentOn', 'givenAt'],
    byGiven: ['givenAt'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  sealed: ['openid'],
  keep: { days: 400, since: 'givenAt', why: '用掉就删除；一年多没有用到的也清除' },
  fields: { givenAt: '同意时间' },
})
