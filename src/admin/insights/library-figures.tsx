import { useState } from 'react'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Waiting } from '../shell/waiting'
import { origin, pieceColumns, pieceViews } from './counted'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { HeatMap } from './heat-map'
import { PieceFigures } from './piece-figures'
import { PiecesTable } from './pieces-table'
import { Totals } from './totals'

/** What was read and played in a month. */
export const LibraryFigures = ({ month, period }: { month: string; period: string }) => {
  const [pieceId, setPieceId] = useState<string | null>(null)
  const read = useRead(month, () => api.figures.month({ month }))

  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {read.data && (
        <>
          <p className="soft">
            {period}（北京时间），
            <CountedAt instant={read.data.countedAt} />。{origin}
          </p>
          <Totals totals={read.data.totals} period={period} />
          <Days
            title="每天"
            fileName={`心驿-每日数据-${month}`}
            period={period}
            days={read.data.days}
            views={pieceViews}
            columns={pieceColumns}
          />
          <HeatMap
            heat={read.data.heat}
            period={period}
            title="一周里什么时候有人来"
            counted="阅读与播放开始次数"
            none="这个月还没有阅读或播放。"
          />
        </>
      )}
      <PiecesTable month={month} period={period} onChoose={setPieceId} />
      {pieceId && <PieceFigures pieceId={pieceId} month={month} period={period} onClose={() => setPieceId(null)} />}
    </>
  )
}
