import { CITY } from '../../../domain/branches/words'
import { save, type Teacher } from '../../../domain/teachers/teacher'
import type { TeacherName } from './open-days'

/** Every one says that it is a sample: nobody takes an invented person for one who can be met. */
const samples: Record<TeacherName, { name: string; about: string }> = {
  tang: { name: '唐小满（示例）', about: '示例资料。带过多年社区剧社，也做沙盘。' },
  wei: { name: '魏一宁（示例）', about: '示例资料。教画画、带呼吸和音乐放松的练习。' },
  luo: { name: '罗建业（示例）', about: '示例资料。在车间做过班组长，讲情绪和相处。' },
  pei: { name: '裴秀兰（示例）', about: '示例资料。做家庭和亲子的课，也带团体。' },
  ji: { name: '纪安（示例）', about: '示例资料。讲睡眠和放松，也带医护人员的巴林特小组。' },
}

export const teacherId = (name: TeacherName) => `sampleteacher${name.padEnd(4, '0')}`

export const seedTeachers = (): Teacher[] =>
  (Object.keys(samples) as TeacherName[]).map((name) => {
    const saved = save(undefined, { id: teacherId(name), branchId: CITY, revision: 0, ...samples[name] })
    if (!saved.ok) throw new Error(`the seed's teacher ${name} was refused: ${saved.code}`)
    return saved.data
  })
