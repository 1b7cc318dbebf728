import { Button, Segmented, Skeleton, Table } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { FigureDay } from '../../contract/figures'
import { dayOf } from '../../domain/time'
import { csvText, download } from '../shell/csv'
import { type View, views } from './chart-option'
import { figureHeads, figuresOf, figureWords, shownFigure } from './counted'

const DayChart = lazy(() => import('./day-chart').then((part) => ({ default: part.DayChart })))

type Props = { title: string; fileName: string; period: string; days: readonly FigureDay[] }

/** The days of a month that have begun, as a chart, as a table, and to take away. */
export const Days = ({ title, fileName, period, days }: Props) => {
  const [view, setView] = useState<View>('visits')
  const [as, setAs] = useState<'chart' | 'table'>('chart')
  const [today] = useState(() => dayOf(new Date()))
  const past = days.filter(({ day }) => day <= today)
  const label = `${period}每天的${views[view].name}，单位${views[view].unit}。数字可以切换到表格查看。`

  return (
    <section className="panel stack stack-tight" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <div className="row push">
          {as === 'chart' && (
            <Segmented<View>
              aria-label="看哪些数字"
              value={view}
              onChange={setView}
              options={(Object.keys(views) as View[]).map((value) => ({ value, label: views[value].name }))}
            />
          )}
          <Segmented<'chart' | 'table'>
            aria-label="图或表"
            value={as}
            onChange={setAs}
            options={[
              { value: 'chart', label: '图' },
              { value: 'table', label: '表格' },
            ]}
          />
          <Button
            onClick={() =>
              download(
                fileName,
                csvText(
                  ['日期', ...figureHeads],
                  past.map((day) => [day.day, ...figuresOf(day)]),
                ),
              )
            }
          >
            导出每日数据
          </Button>
        </div>
      </div>
      {as === 'chart' ? (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
          <DayChart days={days} view={view} today={today} label={label} />
        </Suspense>
      ) : (
        <Table<FigureDay>
          rowKey="day"
          size="small"
          pagination={false}
          dataSource={past}
          className="figure"
          columns={[
            { title: '日期', dataIndex: 'day', width: 120 },
            ...figureWords.map(({ counter, name, unit }) => ({
              title: `${name}（${unit}）`,
              key: counter,
              align: 'right' as const,
              render: (_: unknown, day: FigureDay) => shownFigure(counter, day),
            })),
          ]}
        />
      )}
    </section>
  )
}
