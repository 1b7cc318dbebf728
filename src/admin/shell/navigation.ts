import type { ActionName } from '../../contract'
import { mayDo } from '../../contract/permissions'
import type { Role } from '../../domain/staff/words'

export type Place = { path: string; name: string; asks: ActionName }

/** In the order they are shown: each for whoever the permission table lets ask for what stands on it. */
export const places: readonly Place[] = [
  { path: '/duty', name: '值守', asks: 'calls.queue' },
  { path: '/counselling', name: '咨询', asks: 'timetables.mine' },
  { path: '/workbench', name: '对话', asks: 'workbench.list' },
  { path: '/records', name: '记录簿', asks: 'records.list' },
  { path: '/library', name: '内容', asks: 'desk.list' },
  { path: '/releases', name: '测评放行', asks: 'releases.list' },
  { path: '/insights', name: '数据', asks: 'figures.uses' },
  { path: '/surveys', name: '团体测评', asks: 'surveys.list' },
  { path: '/counsellors', name: '咨询师', asks: 'counsellors.all' },
  { path: '/wishes', name: '约不上', asks: 'wishes.list' },
  { path: '/events', name: '活动', asks: 'programme.list' },
  { path: '/teachers', name: '老师', asks: 'teachers.list' },
  { path: '/hotlines', name: '热线', asks: 'hotlines.desk' },
  { path: '/answering', name: '接听记录', asks: 'hotlines.log' },
  { path: '/people', name: '人员', asks: 'staff.list' },
  { path: '/branches', name: '组织', asks: 'branches.create' },
  { path: '/unsealings', name: '身份查看', asks: 'unsealings.list' },
  { path: '/audit', name: '审计', asks: 'audit.readings' },
]

export const placesFor = (roles: readonly Role[]) => places.filter((place) => mayDo(place.asks, roles))

/** Staff have no inbox: a promise to somebody that is over meets whoever can answer where their day begins. */
export const saysOverdue = (path: string, roles: readonly Role[]) =>
  mayDo('wishes.answer', roles) && [placesFor(roles)[0]?.path, '/counselling', '/wishes'].includes(path)

export const mayEnter = (path: string, roles: readonly Role[]) =>
  placesFor(roles).some((place) => path === place.path || path.startsWith(`${place.path}/`))
