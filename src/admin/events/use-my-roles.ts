import type { Role } from '../../domain/staff/words'
import { useMe } from '../duty/use-me'

const none: readonly Role[] = []

/** What stands on these pages goes by the permission table. */
export const useMyRoles = (): readonly Role[] => useMe()?.roles ?? none
