import { withShown } from '../../../cloudfunctions/counselling/offered'
import { CITY } from '../../domain/branches/words'
import { begin, type Profile } from '../../domain/counsellors/counsellor'
import type { Field, Gender, Language, Mode } from '../../domain/counsellors/words'
import { dayOf, daysLater } from '../../domain/time'
import { emptyTimetable } from '../../domain/timetables/change'
import type { Period, Timetable } from '../../domain/timetables/timetable'
import { counsellorLogins, manager } from './people'

const YEAR = 365
const H = 60

type Sample = {
  name: string
  gender: Gender
  languages: Language[]
  fields: Field[]
  modes: Mode[]
  stationId: string
  about: string
  title: string
  /** Days of the week, Monday 0, with the hours from and until which they are there. */
  hours: [days: number[], ...spans: [from: number, until: number][]][]
}

const WORKDAYS = [0, 1, 2, 3, 4]

/** Every one says that it is a sample: nobody takes an invented person for one who can be met. */
const samples: Record<(typeof counsellorLogins)[number], Sample> = {
  linyuehua: {
    name: '林月华（示例）',
    gender: 'female',
    languages: ['mandarin', 'dialect'],
    fields: ['stress', 'sleep', 'mood'],
    modes: ['text', 'phone'],
    stationId: '',
    about: '示例资料。陪倒班和值夜的职工聊睡不好、歇不下来；先听，再一起想办法。',
    title: '心理治疗师（示例）',
    hours: [[WORKDAYS, [9 * H, 12 * H], [14 * H, 17 * H]]],
  },
  shenruolan: {
    name: '沈若兰（示例）',
    gender: 'female',
    languages: ['mandarin'],
    fields: ['pregnancy', 'parenting', 'marriage'],
    modes: ['text', 'phone', 'in-person'],
    stationId: 'city.heping.tuolaj.dongmn',
    about: '示例资料。孕期、哺乳期和刚返岗的那段日子，家里家外都可以说。',
    title: '婚姻家庭咨询师（示例）',
    hours: [
      [
        [1, 3],
        [9 * H, 12 * H],
        [13 * H + 30, 16 * H + 30],
      ],
      [[5], [9 * H, 12 * H]],
    ],
  },
  gaozhiming: {
    name: '高志明（示例）',
    gender: 'male',
    languages: ['mandarin', 'dialect'],
    fields: ['relations', 'career', 'stress'],
    modes: ['phone', 'in-person'],
    stationId: 'city.heping.tuolaj.dongmn',
    about: '示例资料。在车间干过十几年，和班组、上下级处不来的事都听过。',
    title: '心理咨询师（示例）',
    hours: [[WORKDAYS, [17 * H + 30, 20 * H + 30]]],
  },
  suwan: {
    name: '苏婉（示例）',
    gender: 'female',
    languages: ['mandarin', 'sign'],
    fields: ['mood', 'growth', 'relations'],
    modes: ['text'],
    stationId: '',
    about: '示例资料。用文字慢慢说，也懂手语，听障职工可以直接约。',
    title: '心理咨询师（示例）',
    hours: [
      [
        [0, 2, 4],
        [19 * H, 22 * H],
      ],
      [[6], [14 * H, 18 * H]],
    ],
  },
  chenguodong: {
    name: '陈国栋（示例）',
    gender: 'male',
    languages: ['mandarin'],
    fields: ['grief', 'trauma', 'drinking'],
    modes: ['phone', 'text'],
    stationId: '',
    about: '示例资料。事故、失去亲人、喝酒停不下来，这些不容易开口的事，可以从一句话开始。',
    title: '精神科医师（示例）',
    hours: [
      [
        [1, 4],
        [13 * H, 17 * H],
      ],
      [
        [5, 6],
        [10 * H, 12 * H],
        [15 * H, 17 * H],
      ],
    ],
  },
  naren: {
    name: '娜仁（示例）',
    gender: 'female',
    languages: ['mandarin', 'mongolian'],
    fields: ['growth', 'sleep', 'parenting'],
    modes: ['text', 'phone'],
    stationId: '',
    about: '示例资料。汉语、蒙古语都可以；离家在外打工的辛苦，慢慢说。',
    title: '心理治疗师（示例）',
    hours: [
      [
        [0, 2],
        [9 * H, 12 * H],
      ],
      [[3], [18 * H, 21 * H]],
    ],
  },
}

const weekOf = ({ hours, modes }: Sample) =>
  [0, 1, 2, 3, 4, 5, 6].map((day): Period[] =>
    hours.flatMap(([days, ...spans]) =>
      days.includes(day) ? spans.map(([from, until]) => ({ from, until, modes })) : [],
    ),
  ) as Timetable['week']

/** Let out by a manager, as theirs would be. */
export const seedCounsellors = (begunAt: string) =>
  counsellorLogins.map((staffId) => {
    const { name, gender, languages, fields, modes, stationId, about, title } = samples[staffId]
    const live: Profile = {
      name,
      gender,
      languages,
      fields,
      modes,
      stationId,
      institution: '市职工服务中心（示例）',
      about,
      qualification: {
        title,
        number: '示例',
        issuedBy: '示例',
        until: dayOf(daysLater(new Date(begunAt), YEAR)),
      },
    }
    return withShown({
      ...begin(staffId, CITY),
      live,
      approvedBy: manager.staffId,
      approvedByName: manager.name,
      approvedAt: begunAt,
    })
  })

export const seedTimetables = (begunAt: string): Timetable[] =>
  counsellorLogins.map((staffId) => ({
    ...emptyTimetable(staffId),
    week: weekOf(samples[staffId]),
    changedAt: begunAt,
  }))
