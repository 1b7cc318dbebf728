import type { ActionName } from '../../contract'
import { mayDo } from '../../contract/permissions'
import type { ShownGrant } from '../../contract/sessions'
import { outermost } from '../../domain/branches/scope'
import { useSession } from '../session/store'

export type Place = { id: string; name: string }

/** The outermost branches in which these grants let somebody do this. */
export const scopesFor = (action: ActionName, grants: readonly ShownGrant[]): Place[] => {
  const fitting = grants.filter(({ role }) => mayDo(action, [role]))
  return outermost(fitting.map(({ branchId }) => branchId)).map((id) => ({
    id,
    name: fitting.find(({ branchId }) => branchId === id)?.branchName ?? id,
  }))
}

export const useScopes = (action: ActionName): Place[] => {
  const session = useSession()
  return 'me' in session && session.me ? scopesFor(action, session.me.grants) : []
}
