import { useEffect, useRef, useState } from 'react'
import type { Reply } from '../../contract'
import type { Refused } from './refusal'
import { useRead } from './use-read'

type Page<Row> = { rows: Row[]; next: string | null }
type Load<Row, Code extends string> = (after: string | undefined) => Promise<Reply<Page<Row>, Code>>

/** A table read page by page with the cursor of the reply before. A new `key` starts again from the first page. */
export const useTable = <Row, Code extends string = never>(key: string, load: Load<Row, Code>) => {
  const first = useRead(key, () => load(undefined))
  const [later, setLater] = useState<{ of: Page<Row>; rows: Row[]; next: string | null } | null>(null)
  const [moreBusy, setMoreBusy] = useState(false)
  const [moreRefusal, setMoreRefusal] = useState<Refused | null>(null)
  const shown = useRef(first.data)
  useEffect(() => {
    shown.current = first.data
  })

  const mine = first.data && later?.of === first.data ? later : null
  const rows = first.data ? [...first.data.rows, ...(mine?.rows ?? [])] : []
  const next = mine ? mine.next : (first.data?.next ?? null)

  const more = async () => {
    const of = first.data
    if (!of || !next) return
    setMoreBusy(true)
    setMoreRefusal(null)
    try {
      const reply = await load(next)
      if (shown.current !== of) return
      if (reply.ok) setLater({ of, rows: [...(mine?.rows ?? []), ...reply.data.rows], next: reply.data.next })
      else setMoreRefusal(reply)
    } finally {
      setMoreBusy(false)
    }
  }

  return {
    rows,
    next,
    loading: first.loading,
    refusal: first.refusal ?? moreRefusal,
    reload: first.reload,
    more,
    moreBusy,
  }
}
