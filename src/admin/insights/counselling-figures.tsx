import { Button } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { Waiting } from '../shell/waiting'
import { counsellingColumns, counsellingOrigin, counsellingViews, monthHeads, monthLines, partsOf } from './counselled'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { HeatMap } from './heat-map'
import { ToldList } from './told-list'

/** Bookings, waiting, promises, conversations and ratings of the whole city in a month. */
export const CounsellingFigures = ({ month, period }: { month: string; period: string }) => {
  const read = useRead(`counselling ${month}`, () => api.figures.counselling({ month }))
  const { data } = read
  const parts = data ? partsOf(data) : []

  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {data && (
        <>
          <div className="row">
            <p className="soft">
              {period}（北京时间），
              <CountedAt instant={data.countedAt} />。{counsellingOrigin}
            </p>
            <Button
              className="push"
              onClick={() => download(`心驿-咨询-${month}`, csvText(monthHeads, monthLines(parts)))}
            >
              导出 CSV
            </Button>
          </div>
          {parts.map(({ title, rows }) => (
            <section className="panel stack stack-tight" aria-label={title} key={title}>
              <h2>{title}</h2>
              <ToldList label={`${period}${title}`} rows={rows} />
            </section>
          ))}
          <Days
            title="每天"
            fileName={`心驿-咨询-每日-${month}`}
            period={period}
            days={data.days}
            views={counsellingViews}
            columns={counsellingColumns}
          />
          <HeatMap
            heat={data.heat}
            period={period}
            title="一周里什么时候有人想说话"
            counted="发起文字对话的次数"
            none="这个月还没有人发起对话。"
          />
        </>
      )}
    </>
  )
}
