import { CITY } from '../../../domain/branches/words'
import type { Time } from '../../../domain/events/event'
import type { Plan } from '../../../domain/events/moves'
import { daysLater, minutesLater } from '../../../domain/time'
import { at, daysOn, FRIDAY, secondSaturdays, THURSDAY, TUESDAY, WEDNESDAY, weekdayFrom } from './days'
import { openDays } from './open-days'
import { teacherId } from './teachers'

type Planned = { id: string; branchId: string; plan: Plan }

const none = { shift: 0, newcomer: 0 }

/** Sign-up opens so many days before, or did a day ago; it closes the evening before, and until then a seat can be given back. */
function signUp(begunAt: string, [first]: readonly Time[], openDaysBefore: number) {
  if (!first) throw new Error('an event without a time')
  const begins = new Date(first.from)
  const opens = daysLater(begins, -openDaysBefore)
  const already = daysLater(new Date(begunAt), -1)
  const evening = minutesLater(begins, -15 * 60)
  return {
    opensAt: (opens < new Date(begunAt) ? already : opens).toISOString(),
    closesAt: evening.toISOString(),
    cancelUntil: evening.toISOString(),
    sharesUntil: daysLater(begins, -2).toISOString(),
  }
}

const plain = {
  theme: '',
  place: '',
  link: '',
  teacherId: '',
  capacity: 30,
  shares: none,
  audience: 'all',
  way: 'first-come',
  relatives: 0,
  questions: [],
  hours: 0,
} satisfies Partial<Plan>

const HALL = '市职工服务中心三楼（示例）'

/** The first two can be signed up for at once. */
export function openDaysOf(begunAt: string): Planned[] {
  const days = secondSaturdays(begunAt, 5)
  return openDays.map(({ title, theme, teacher, about }, month) => {
    const day = days[month]
    if (day === undefined) throw new Error('fewer months than themes')
    const times = [{ from: at(day, '09:30'), until: at(day, '11:30') }]
    return {
      id: `sampleopenday${String(month + 1).padStart(3, '0')}`,
      branchId: CITY,
      plan: {
        ...plain,
        ...{ kind: 'open-day', title, theme, about, times, place: HALL, teacherId: teacherId(teacher) },
        ...{ shares: { shift: 8, newcomer: 6 }, audience: 'members', relatives: 2 },
        ...signUp(begunAt, times, month < 2 ? 80 : 20),
      },
    }
  })
}

const weekly = (first: string, weeks: number, every: number, from: string, until: string): Time[] =>
  Array.from({ length: weeks }, (_, week) => {
    const day = daysOn(first, week * every)
    return { from: at(day, from), until: at(day, until) }
  })

export function groups(begunAt: string): Planned[] {
  const balint = weekly(weekdayFrom(begunAt, 9, THURSDAY), 10, 14, '18:30', '20:00')
  const breathing = weekly(weekdayFrom(begunAt, 8, TUESDAY), 8, 7, '19:00', '20:30')
  return [
    {
      id: 'samplegroupbalint01',
      branchId: CITY,
      plan: {
        ...plain,
        ...{ kind: 'group', title: '医护和窗口岗位的夜谈', theme: '巴林特小组', capacity: 10, hours: 15 },
        about:
          '每两周一次，共十次。一次说一件和服务对象之间放不下的事，别人只听、只问、不评理。说过的话留在屋里，第五次之后会请您说说感受。',
        ...{ times: balint, place: HALL, teacherId: teacherId('ji'), audience: 'members' },
        questions: [{ id: 'work', text: '您平时和哪些人打交道多', needed: false }],
        ...signUp(begunAt, balint, 30),
      },
    },
    {
      id: 'samplegroupquiet001',
      branchId: CITY,
      plan: {
        ...plain,
        ...{ kind: 'group', title: '八个星期二，一起静一静', theme: '正念练习', capacity: 16 },
        about: '每周一次，共八次，每次一个小练习，回家每天十分钟。落下一两次没关系，下次接着来。',
        ...{ times: breathing, place: HALL, teacherId: teacherId('wei'), shares: { shift: 4, newcomer: 0 } },
        ...signUp(begunAt, breathing, 30),
      },
    },
  ]
}

const talks = [
  { title: '忙季里的歇脚法', teacher: 'luo', in: 6 },
  { title: '下了夜班怎么睡', teacher: 'ji', in: 34 },
] as const

/** Two in each district, a day after one another. */
export const lectures = (begunAt: string, districts: readonly string[]): Planned[] =>
  districts.flatMap((branchId, district) =>
    talks.map(({ title, teacher, in: days }, talk) => {
      const day = daysOn(weekdayFrom(begunAt, days, WEDNESDAY), 7 * district)
      const times = [{ from: at(day, '14:00'), until: at(day, '16:00') }]
      return {
        id: `samplelecture${district + 1}00${talk + 1}`,
        branchId,
        plan: {
          ...plain,
          ...{ kind: 'lecture', title, theme: '送课到区', capacity: 120, times, hours: 2 },
          about:
            '走到身边来的一堂课，讲一小时，留一小时给大家问。想单独问的，可以在报名后写在问题里，只有组织者看得到。',
          ...{ place: '区职工活动中心礼堂（示例）', teacherId: teacherId(teacher) },
          questions: [{ id: 'ask', text: '想请老师讲讲什么', needed: false }],
          ...signUp(begunAt, times, 45),
        },
      }
    }),
  )

export function live(begunAt: string): Planned {
  const day = weekdayFrom(begunAt, 3, FRIDAY)
  const times = [{ from: at(day, '19:30'), until: at(day, '20:30') }]
  return {
    id: 'samplelive0000001',
    branchId: CITY,
    plan: {
      ...plain,
      ...{ kind: 'live', title: '晚上七点半，聊聊累', theme: '职业倦怠', capacity: 0, times },
      about: '在手机上看，不露面、不用说话。事先可以写下想问的，看到的人里没有您的名字。（示例，链接打开是示例页面）',
      ...{ link: 'https://example.com/live', teacherId: teacherId('luo') },
      ...signUp(begunAt, times, 30),
      closesAt: at(day, '19:30'),
      cancelUntil: at(day, '19:30'),
    },
  }
}

/** More people want it than there is room for, so that it is drawn. */
export function workshop(begunAt: string): Planned {
  const day = weekdayFrom(begunAt, 12, FRIDAY)
  const times = [{ from: at(day, '14:00'), until: at(day, '17:00') }]
  const opened = signUp(begunAt, times, 40)
  return {
    id: 'sampleworkshop0001',
    branchId: CITY,
    plan: {
      ...plain,
      ...{ kind: 'workshop', title: '画在瓷盘上的一天', theme: '表达性艺术', capacity: 12, way: 'draw', times },
      about: '一人一个白瓷盘，画今天，或者画想要的明天。名额少，报名截止后抽签，谁都可以重算一遍结果。',
      ...{ place: HALL, teacherId: teacherId('tang'), shares: { shift: 4, newcomer: 2 } },
      ...opened,
      closesAt: daysLater(new Date(times[0]?.from ?? ''), -3).toISOString(),
    },
  }
}
