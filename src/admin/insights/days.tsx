import { Button, Segmented, Skeleton, Table } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { dayOf } from '../../domain/time'
import { csvText, download } from '../shell/csv'
import { chartOption } from './chart-option'
import type { Line, View } from './view'

const DayChart = lazy(() => import('./day-chart').then((part) => ({ default: part.DayChart })))

type Props<D> = {
  title: string
  fileName: string
  period: string
  days: readonly D[]
  views: readonly [View<D>, ...View<D>[]]
  /** What the table and the file show, each name with its unit. */
  columns: readonly Line<D>[]
}

/** The days of a month that have begun, as a chart, as a table, and to take away. */
export const Days = <D extends { day: string }>({ title, fileName, period, days, views, columns }: Props<D>) => {
  const [chosen, choose] = useState(views[0].name)
  const [as, setAs] = useState<'chart' | 'table'>('chart')
  const [today] = useState(() => dayOf(new Date()))
  const view = views.find(({ name }) => name === chosen) ?? views[0]
  const option = useMemo(
    () => chartOption(days, view, today, window.matchMedia('(prefers-reduced-motion: reduce)').matches),
    [days, view, today],
  )
  const past = days.filter(({ day }) => day <= today)
  const label = `${period}每天的${view.name}，单位${view.unit}。数字可以切换到表格查看。`

  return (
    <section className="panel stack stack-tight" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <div className="row push">
          {as === 'chart' && views.length > 1 && (
            <Segmented
              aria-label="看哪些数字"
              value={view.name}
              onChange={choose}
              options={views.map(({ name }) => name)}
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
                  ['日期', ...columns.map(({ name }) => name)],
                  past.map((day) => [day.day, ...columns.map(({ of }) => of(day))]),
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
          <DayChart option={option} label={label} />
        </Suspense>
      ) : (
        <Table<D>
          rowKey="day"
          size="small"
          pagination={false}
          dataSource={past}
          className="figure"
          columns={[
            { title: '日期', dataIndex: 'day', width: 120 },
            ...columns.map(({ name, of }) => ({
              title: name,
              key: name,
              align: 'right' as const,
              render: (_: unknown, day: D) => of(day),
            })),
          ]}
        />
      )}
    </section>
  )
}
