import { App } from 'antd'
import { useState } from 'react'
import type { Reply } from '../../contract'
import { refusalText } from './refusal'

type Page<Row> = { rows: Row[]; next: string | null }

/** Fetches every page, not only what is on the screen. `fetched` counts while it goes on; undefined after a refusal, which is told. */
export function useAllRows<Row, Code extends string>(
  load: (after: string | undefined) => Promise<Reply<Page<Row>, Code>>,
): { fetched: number | null; all: () => Promise<Row[] | undefined> } {
  const { message } = App.useApp()
  const [fetched, setFetched] = useState<number | null>(null)
  const all = async () => {
    const rows: Row[] = []
    setFetched(0)
    try {
      let after: string | undefined
      do {
        const reply = await load(after)
        if (!reply.ok) {
          message.warning(refusalText(reply))
          return undefined
        }
        rows.push(...reply.data.rows)
        setFetched(rows.length)
        after = reply.data.next ?? undefined
      } while (after)
      return rows
    } finally {
      setFetched(null)
    }
  }
  return { fetched, all }
}
