import { CITY } from '../../domain/branches/words'
import { type Directory, emptyDirectory, saveInstitution, saveLine } from '../../domain/hotlines/directory'
import type { Hours, Period } from '../../domain/hotlines/hours'
import type { Cost, InstitutionKind } from '../../domain/hotlines/words'
import type { Result } from '../../domain/result'

const WEEK = [0, 1, 2, 3, 4, 5, 6]
const WORKDAYS = [0, 1, 2, 3, 4]
const on = (days: readonly number[], from: number, until: number): Period[] =>
  days.map((weekday) => ({ weekday, from: from * 60, until: until * 60 }))
const hours = (periods: Period[], rest: Partial<Hours> = {}): Hours => ({
  ...{ always: false, periods, onHolidays: 'closed', holidaySpans: [] },
  ...rest,
})
const office = hours([...on(WORKDAYS, 8.5, 12), ...on(WORKDAYS, 13.5, 17.5)])
const evenings = hours(on(WEEK, 18, 22), { onHolidays: 'as-usual' })
const nights = hours(on(WEEK, 20, 32), { onHolidays: 'as-usual' })
const always = hours([], { always: true, onHolidays: 'as-usual' })
const days = hours(on(WEEK, 9, 21), { onHolidays: 'other', holidaySpans: [{ from: 10 * 60, until: 16 * 60 }] })

type SeedLine = [name: string, answeredBy: string, hours: Hours, cost: Cost, anonymous: boolean]
type SeedInstitution = { name: string; kind: InstitutionKind; note: string; lines: SeedLine[] }

/** Made up, and marked as such wherever they are shown: a union writes in its own before it tells anybody of the app. */
const institutions: readonly SeedInstitution[] = [
  {
    name: '市职工服务中心（示例）',
    kind: 'union',
    note: '面向全市职工',
    lines: [
      ['职工倾诉热线', '中心的值班咨询师', days, 'free', true],
      ['职工夜间陪伴热线', '受过培训的志愿者', nights, 'free', true],
      ['劳动权益咨询热线', '工会的法律工作者', office, 'call-rate', false],
    ],
  },
  {
    name: '市精神卫生中心（示例）',
    kind: 'hospital',
    note: '可以问用药和就诊',
    lines: [
      ['医院援助热线', '医生和护士轮班', always, 'call-rate', true],
      ['门诊预约电话', '导医台', office, 'call-rate', false],
    ],
  },
  {
    name: '市第一医院心身科（示例）',
    kind: 'hospital',
    note: '',
    lines: [
      ['睡眠门诊电话', '科室护士', office, 'call-rate', false],
      ['心身科咨询电话', '科室医生', hours(on(WORKDAYS, 14, 17)), 'call-rate', false],
    ],
  },
  {
    name: '市妇女儿童服务中心（示例）',
    kind: 'public',
    note: '孕期、产后和带孩子遇到的难处',
    lines: [
      ['孕产期倾听热线', '社工和助产士', hours([...on(WORKDAYS, 9, 18), ...on([5, 6], 9, 12)]), 'free', true],
      ['亲子关系热线', '家庭教育指导老师', evenings, 'free', true],
    ],
  },
  {
    name: '某大学咨询中心（示例）',
    kind: 'school',
    note: '周末和晚上也有老师',
    lines: [['公益倾听热线', '有督导的研究生', evenings, 'free', true]],
  },
  {
    name: '阳光社工服务社（示例）',
    kind: 'welfare',
    note: '',
    lines: [
      ['外来务工者热线', '社工', days, 'free', true],
      ['家庭调解热线', '社工和调解员', office, 'free', false],
    ],
  },
  {
    name: '市总工会法律援助站（示例）',
    kind: 'union',
    note: '',
    lines: [
      ['欠薪与工伤热线', '值班律师', office, 'free', false],
      ['女职工权益热线', '女职工委员会', hours(on(WORKDAYS, 9, 17)), 'free', true],
    ],
  },
]

const ok = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`the seed's lines were refused: ${result.code}`)
  return result.data
}

const idOf = (what: string, number: number) => `sample${what}${String(number).padStart(10, '0')}`

/** 14 lines of 7 institutions, with numbers under which nobody can be reached. */
export function seedHotlines(): Directory {
  let directory = emptyDirectory()
  let number = 0
  for (const [place, { lines, ...institution }] of institutions.entries()) {
    const id = idOf('institution', place + 1)
    directory = ok(saveInstitution(directory, { id, branchId: CITY, revision: 0, ...institution })).directory
    for (const [name, answeredBy, hours, cost, anonymous] of lines) {
      number++
      const line = {
        name,
        answeredBy,
        hours,
        cost,
        anonymous,
        numbers: [`000-0000-${String(number).padStart(4, '0')}`],
      }
      const said = {
        ...line,
        id: idOf('line', number),
        institutionId: id,
        revision: 0,
        hidden: false,
        confirmed: false,
      }
      directory = ok(saveLine(directory, said, '')).directory
    }
  }
  return directory
}
