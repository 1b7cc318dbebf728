import { Button } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { Waiting } from '../shell/waiting'
import { CountedAt } from './counted-at'
import { Days } from './days'
import { eventColumns, eventHeads, eventLines, eventsOrigin, eventViews, kindsTold, toldOf } from './evented'
import { ToldList } from './told-list'

/** Sign-ups, waiting, check-ins and ratings of the whole city in a month. */
export const EventFigures = ({ month, period }: { month: string; period: string }) => {
  const read = useRead(`events ${month}`, () => api.figures.events({ month }))
  const { data } = read
  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={8} />}
      {data && (
        <>
          <div className="row">
            <p className="soft">
              {period}（北京时间），
              <CountedAt instant={data.countedAt} />。{eventsOrigin}
            </p>
            <Button
              className="push"
              onClick={() => download(`心驿-活动-${month}`, csvText(eventHeads, eventLines(data)))}
            >
              导出 CSV
            </Button>
          </div>
          <section className="panel stack stack-tight" aria-label="全部活动">
            <h2>全部活动</h2>
            <ToldList label={`${period}全部活动`} rows={toldOf(data.totals)} />
          </section>
          {kindsTold(data.kinds).map(({ title, rows }) => (
            <section className="panel stack stack-tight" aria-label={title} key={title}>
              <h2>{title}</h2>
              <ToldList label={`${period}${title}`} rows={rows} />
            </section>
          ))}
          <Days
            title="每天"
            fileName={`心驿-活动-每日-${month}`}
            period={period}
            days={data.days}
            views={eventViews}
            columns={eventColumns}
          />
        </>
      )}
    </>
  )
}
