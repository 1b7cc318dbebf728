import { create } from '../../domain/branches/branch'
import { type Branch, type BranchKind, CITY } from '../../domain/branches/words'

type Sample = { part: string; kind: BranchKind; name: string; code: string; below?: Sample[] }

const unit = (part: string, name: string, code: string, below: Sample[] = []): Sample => ({
  ...{ part, kind: 'unit', name, code, below },
})
const station = (part: string, name: string, code: string): Sample => ({ part, kind: 'station', name, code })

/** Made up, and named so: a union renames the city and closes or keeps the rest. */
const samples: Sample[] = [
  {
    ...{ part: 'heping', kind: 'district', name: '和平区总工会（示例）', code: 'heping' },
    below: [
      unit('tuolaj', '拖拉机厂工会（示例）', 'tractor-works', [station('dongmn', '东门驿站（示例）', 'east-gate')]),
      unit('gongjt', '公交集团工会（示例）', 'city-buses'),
      unit('diyixx', '第一小学工会（示例）', 'first-school'),
    ],
  },
  {
    ...{ part: 'dadong', kind: 'district', name: '大东区总工会（示例）', code: 'dadong' },
    below: [
      unit('renmyy', '人民医院工会（示例）', 'peoples-hospital', [
        station('zhuyln', '住院楼驿站（示例）', 'ward-station'),
      ]),
      unit('kuaidi', '快递行业工会（示例）', 'couriers'),
      station('guangc', '大东广场驿站（示例）', 'dadong-square'),
    ],
  },
  {
    ...{ part: 'tiexiq', kind: 'district', name: '铁西区总工会（示例）', code: 'tiexi' },
    below: [
      unit('jichua', '机床厂工会（示例）', 'machine-tools'),
      unit('huanwe', '环卫中心工会（示例）', 'street-cleaning', [
        station('huwzhn', '户外劳动者驿站（示例）', 'outdoor-station'),
      ]),
      unit('shangc', '百货商场工会（示例）', 'department-store'),
    ],
  },
]

/** A city with three districts, their works and stations, from above down. */
export function seedBranches(createdAt: string): Branch[] {
  const now = new Date(createdAt)
  const city: Branch = {
    ...{
      id: CITY,
      parentId: '',
      kind: 'city',
      name: '市总工会（示例市）',
      code: 'city',
      address: '',
      closed: false,
      createdAt,
    },
  }
  const grow = (way: Branch[], { below = [], ...sample }: Sample): Branch[] => {
    const grown = create(way, { ...sample, now })
    if (!grown.ok) throw new Error(`the seed's ${sample.code} was refused: ${grown.code}`)
    return [grown.data, ...below.flatMap((next) => grow([...way, grown.data], next))]
  }
  return [city, ...samples.flatMap((sample) => grow([city], sample))]
}
