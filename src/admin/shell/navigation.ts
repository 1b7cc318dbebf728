import type { Role } from '../../domain/staff/words'

export type Place = { path: string; name: string; for: readonly Role[] }

/** In the order they are shown; nothing that does not work yet has a place. */
export const places: readonly Place[] = [
  { path: '/library', name: '内容', for: ['editor', 'reviewer'] },
  { path: '/insights', name: '数据', for: ['editor', 'reviewer', 'manager'] },
  { path: '/people', name: '人员', for: ['manager'] },
]

export const placesFor = (roles: readonly Role[]) =>
  places.filter((place) => place.for.some((role) => roles.includes(role)))

export const mayEnter = (path: string, roles: readonly Role[]) =>
  placesFor(roles).some((place) => path === place.path || path.startsWith(`${place.path}/`))
