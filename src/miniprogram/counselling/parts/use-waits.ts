import type { Output } from '../../../contract'
import { api } from '../../cloud/api'
import { useOwn } from '../../privacy/parts/use-own'

type Waits = Output<'waits', 'mine'>
export type Wait = Waits['rows'][number]

const NONE: Waits = { rows: [] }

/** What the person waits for, asked for once the page stands. */
export const useWaits = () => {
  const { own, retry, take } = useOwn<Waits, never>(() => api.waits.mine({}), NONE)
  const rows = own.state === 'shown' ? own.data.rows : []
  return {
    own,
    retry,
    rows,
    without: (id: string) => take({ rows: rows.filter((row) => row.id !== id) }),
    put: (wait: Wait) => take({ rows: rows.map((row) => (row.id === wait.id ? wait : row)) }),
  }
}
