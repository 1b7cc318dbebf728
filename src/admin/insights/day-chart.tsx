import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { FigureDay } from '../../contract/figures'
import { chartOption, type View } from './chart-option'

use([LineChart, BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

type Props = { days: readonly FigureDay[]; view: View; today: string; label: string }

export const DayChart = ({ days, view, today, label }: Props) => {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!place.current) return
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const chart = init(place.current)
    chart.setOption(chartOption(days, view, today, still))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [days, view, today])

  return <div ref={place} className="chart" role="img" aria-label={label} />
}
