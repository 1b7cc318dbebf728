import * as z from 'zod'
import { isGiven } from '../../src/domain/consents/consent'
import { type Consent, type Purpose, purposes } from '../../src/domain/consents/words'
import type { Database } from './database'
import { declare } from './declaration'

export const consentsStore = declare<Consent>({
  name: 'consents',
  title: '同意与撤回',
  about: '您同意过什么、看到的是哪一版说明、什么时候撤回的',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    purpose: z.enum(purposes),
    version: z.number(),
    givenAt: z.string(),
    withdrawnAt: z.string(),
    history: z.array(z.strictObject({ what: z.enum(['given', 'withdrawn']), version: z.number(), at: z.string() })),
  }),
  indexes: { byPerson: ['personId', 'givenAt'], byOwner: ['personId'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '用来证明您同意过什么，您注销账户时删除' },
  fields: {
    purpose: '用途',
    version: '说明的版本',
    givenAt: '同意时间',
    withdrawnAt: '撤回时间',
    history: '每一次同意和撤回',
  },
})

export const consentId = (personId: string, purpose: Purpose) => `${personId}.${purpose}`

export const hasGiven = async (personId: string, purpose: Purpose, database: Database) =>
  isGiven(await database.open(consentsStore).get(consentId(personId, purpose)))
