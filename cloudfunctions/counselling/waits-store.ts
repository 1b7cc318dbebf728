import * as z from 'zod'
import { fields, modes } from '../../src/domain/counsellors/words'
import type { Wait } from '../../src/domain/waits/wait'
import type { Proposal, Wish } from '../../src/domain/wishes/wish'
import { timesOfDay } from '../../src/domain/wishes/words'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

export const waitsStore = declare<Wait>({
  name: 'waits',
  title: '候补',
  about: '您在等哪一类时间空出来、从什么时候开始等；不含任何内容',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    staffId: z.string(),
    field: z.enum(['', ...fields]),
    mode: z.enum(['', ...modes]),
    joinedAt: z.string(),
    until: z.string(),
    offer: z
      .strictObject({
        id: z.string(),
        staffId: z.string(),
        from: z.string(),
        until: z.string(),
        modes: z.array(z.enum(modes)),
        opensAt: z.string(),
        lapsesAt: z.string(),
      })
      .nullable(),
    passed: z.array(z.string()),
    asked: z.number(),
  }),
  indexes: { byPerson: ['personId', 'joinedAt'], byStaff: ['staffId', 'joinedAt'], byEnd: ['until'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  spokenOf: { as: 'offer', field: 'id' },
  sensitivity: 'personal',
  keep: { days: 1, since: 'until', why: '约上了或不再等就删除；最多等 30 天' },
  fields: { joinedAt: '开始等的时间', field: '方向', mode: '方式', until: '等到' },
})

/** `words` is what somebody added in words of their own. */
export type StoredWish = Wish & { words: SealedText }

const proposal: z.ZodType<Proposal> = z.strictObject({
  staffId: z.string(),
  from: z.string(),
  until: z.string(),
  mode: z.enum(modes),
})

export const wishesStore = declare<StoredWish>({
  name: 'wishes',
  title: '没有合适的时间',
  about: '您说过什么时间合适、得到了什么答复；您自己写的话加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    mode: z.enum(['', ...modes]),
    field: z.enum(['', ...fields]),
    times: z.array(z.enum(timesOfDay)),
    askedAt: z.string(),
    promisedAt: z.string(),
    answeredAt: z.string(),
    proposals: z.array(proposal),
    words: SealedText,
  }),
  indexes: { byPerson: ['personId', 'askedAt'], byTime: ['askedAt'], byAnswered: ['answeredAt', 'promisedAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  spokenOf: { as: 'wish', field: 'id' },
  sensitivity: 'sensitive',
  sealed: ['words'],
  keep: { days: 90, since: 'askedAt', why: '90 天后清除；您随时可以收回' },
  fields: { askedAt: '时间', field: '方向', mode: '方式', words: '您写的话', answeredAt: '答复时间' },
  seenBy: '为您找时间的咨询师，每看一次都记在「谁看过我」里；别的同事只看得到方式、方向和时段',
})
