import { useState } from 'react'
import type { BranchRow } from '../../contract/branches'
import { api } from '../cloud/api'
import { useTable } from '../cloud/use-table'
import type { Place } from './scopes'

const nothing = Promise.resolve({ ok: true as const, data: { rows: [] as BranchRow[], next: null } })

/** Whoever may choose among several starts above them, whoever has one starts inside it. */
export const startOf = (roots: readonly Place[]): Place[] => (roots.length === 1 ? [...roots] : [])

/** What lies right below one branch, page by page; `startsWith` narrows it to names that begin so. */
export const useBelow = (branchId: string | undefined, startsWith: string) =>
  useTable<BranchRow>(`branches ${branchId ?? ''} ${startsWith}`, (after) =>
    branchId
      ? api.branches.children({
          branchId,
          ...(startsWith ? { startsWith } : {}),
          ...(after ? { after } : {}),
        })
      : nothing,
  )

/** A way down through the branches. */
export const useWalk = (roots: readonly Place[]) => {
  const [way, setWay] = useState<Place[]>(() => startOf(roots))
  const [startsWith, setStartsWith] = useState('')
  const here = way.at(-1)
  const below = useBelow(here?.id, startsWith)

  const go = (next: Place[]) => {
    setStartsWith('')
    setWay(next)
  }
  return {
    way,
    here,
    below,
    startsWith,
    search: setStartsWith,
    enter: (place: Place) => go([...way, { id: place.id, name: place.name }]),
    /** Back to this step of the way; -1 is above them all. */
    backTo: (step: number) => go(way.slice(0, step + 1)),
  }
}
