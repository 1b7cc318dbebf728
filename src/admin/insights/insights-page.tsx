import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { monthOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { MonthField } from '../shell/month-field'
import { Waiting } from '../shell/waiting'
import { origin } from './counted'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { HeatMap } from './heat-map'
import { PieceFigures } from './piece-figures'
import { PiecesTable } from './pieces-table'
import { Totals } from './totals'
import './insights.css'

const isMonth = (text: string | null): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
const inWords = (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`

export const InsightsPage = () => {
  const [search, setSearch] = useSearchParams()
  const [thisMonth] = useState(() => monthOf(new Date()))
  const asked = search.get('month')
  const month = isMonth(asked) && asked <= thisMonth ? asked : thisMonth
  const period = inWords(month)
  const [pieceId, setPieceId] = useState<string | null>(null)
  const read = useRead(month, () => api.figures.month({ month }))
  const go = (to: string) => setSearch(to === thisMonth ? {} : { month: to }, { replace: true })

  return (
    <>
      <Heading title="数据" hint="内容被用了多少。只有次数，没有人。">
        <MonthField month={month} thisMonth={thisMonth} onGo={go} />
      </Heading>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {read.data && (
        <>
          <p className="soft">
            {period}（北京时间），
            <CountedAt instant={read.data.countedAt} />。{origin}
          </p>
          <Totals totals={read.data.totals} period={period} />
          <Days title="每天" fileName={`心驿-每日数据-${month}`} period={period} days={read.data.days} />
          <HeatMap heat={read.data.heat} period={period} />
        </>
      )}
      <PiecesTable month={month} period={period} onChoose={setPieceId} />
      {pieceId && <PieceFigures pieceId={pieceId} month={month} period={period} onClose={() => setPieceId(null)} />}
    </>
  )
}
