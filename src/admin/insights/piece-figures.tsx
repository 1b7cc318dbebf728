import { Drawer } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Waiting } from '../shell/waiting'
import { pieceColumns, pieceViews } from './counted'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { Totals } from './totals'

type Props = { pieceId: string; month: string; period: string; onClose: () => void }

export const PieceFigures = ({ pieceId, month, period, onClose }: Props) => {
  const read = useRead(`${pieceId} ${month}`, () => api.figures.piece({ pieceId, month }))
  return (
    <Drawer open size={1000} title={read.data?.title ?? '这一篇'} onClose={onClose}>
      <div className="stack">
        <p className="soft">
          {period}
          {read.data && (
            <>
              ，<CountedAt instant={read.data.countedAt} />
            </>
          )}
        </p>
        <RefusalNote refusal={read.refusal} onRetry={read.reload} />
        {read.loading && <Waiting />}
        {read.data && (
          <>
            <Totals totals={read.data.totals} period={period} />
            <Days
              title="这一篇每天"
              fileName={`心驿-${read.data.title}-每日-${month}`}
              period={period}
              days={read.data.days}
              views={pieceViews}
              columns={pieceColumns}
            />
          </>
        )}
      </div>
    </Drawer>
  )
}
