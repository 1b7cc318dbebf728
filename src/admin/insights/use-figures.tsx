import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Waiting } from '../shell/waiting'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { HeatMap } from './heat-map'
import { InstrumentsUsed } from './instruments-used'
import { TotalList } from './totals'
import { helpUsed, instrumentsUsed, useColumns, useOrigin, useViews } from './used'

/** What was done with the tests and on the way to help in a month. */
export const UseFigures = ({ month, period }: { month: string; period: string }) => {
  const read = useRead(month, () => api.figures.uses({ month }))

  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {read.data && (
        <>
          <p className="soft">
            {period}（北京时间），
            <CountedAt instant={read.data.countedAt} />。{useOrigin}
          </p>
          <InstrumentsUsed instruments={instrumentsUsed(read.data.totals)} period={period} />
          <TotalList
            label={`${period}求助和推荐合计`}
            rows={helpUsed(read.data.totals).map(({ name, how, times }) => ({ name, how, unit: '次', shown: times }))}
          />
          <Days
            title="每天"
            fileName={`心驿-测评与求助-每日-${month}`}
            period={period}
            days={read.data.days}
            views={useViews}
            columns={useColumns}
          />
          <HeatMap
            heat={read.data.heat}
            period={period}
            title="一周里什么时候有人求助"
            counted="求助页出现和打开的次数"
            none="这个月求助页还没有出现或打开过。"
          />
        </>
      )}
    </>
  )
}
