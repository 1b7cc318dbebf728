import * as z from 'zod'
import type { Counsellor } from '../../src/domain/counsellors/counsellor'
import { fields, genders, languages, modes } from '../../src/domain/counsellors/words'
import type { Timetable } from '../../src/domain/timetables/timetable'
import { declare } from '../_kit/declaration'

const Profile = z.strictObject({
  name: z.string(),
  gender: z.enum(genders),
  languages: z.array(z.enum(languages)),
  fields: z.array(z.enum(fields)),
  modes: z.array(z.enum(modes)),
  stationId: z.string(),
  institution: z.string(),
  about: z.string(),
  qualification: z.strictObject({ title: z.string(), number: z.string(), issuedBy: z.string(), until: z.string() }),
})

/**
 * `shown` is whether people find them at all; that the certificate still counts is asked of every reading. `until` is the
 * last day of the certificate that people see, empty where there is none.
 */
export type StoredCounsellor = Counsellor & { shown: boolean; until: string }

export const counsellorsStore = declare<StoredCounsellor>({
  name: 'counsellors',
  title: '咨询师资料',
  about: '咨询师给职工看的介绍、方向、方式和资质，由另一位同事核对后公开',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    branchId: z.string(),
    live: Profile.nullable(),
    draft: Profile.nullable(),
    submittedAt: z.string(),
    approvedBy: z.string(),
    approvedByName: z.string(),
    approvedAt: z.string(),
    sentBackFor: z.string(),
    paused: z.boolean(),
    leftAt: z.string(),
    shown: z.boolean(),
    until: z.string(),
  }),
  indexes: { byShown: ['shown'], byBranch: ['branchId'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '在岗期间保留；离岗后不再公开，留作过去预约的说明' },
})

const Periods = z.array(z.strictObject({ from: z.number(), until: z.number(), modes: z.array(z.enum(modes)) }))

export const timetablesStore = declare<Timetable>({
  name: 'timetables',
  title: '咨询师排班',
  about: '咨询师每周哪些时间可以约、哪几天例外；不含谁约了',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    week: z.tuple([Periods, Periods, Periods, Periods, Periods, Periods, Periods]),
    exceptions: z.array(z.strictObject({ id: z.string(), from: z.string(), until: z.string(), periods: Periods })),
    sessionMinutes: z.number(),
    bufferMinutes: z.number(),
    noticeHours: z.number(),
    horizonDays: z.number(),
    holidays: z.boolean(),
    changedAt: z.string(),
  }),
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每位咨询师一份，离岗时清除' },
})
