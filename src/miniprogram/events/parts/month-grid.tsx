import { Text, View } from '@tarojs/components'
import { daysOf, weekdayOf } from '../../../domain/time'
import { aria, tappable } from '../../parts/aria'
import { dayName } from './months'
import './month-grid.scss'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** A month in sight. Days on which there is something are marked, and narrow the list; again is all of it. */
export const MonthGrid = ({
  month,
  today,
  amounts,
  chosen,
  onChoose,
}: {
  month: string
  today: string
  amounts: ReadonlyMap<string, number>
  chosen: string | null
  onChoose: (day: string | null) => void
}) => {
  const days = daysOf(month)
  const before = WEEKDAYS.slice(0, weekdayOf(days[0] ?? ''))
  return (
    <View className="month-grid">
      {WEEKDAYS.map((name) => (
        <Text key={name} className="month-grid__weekday" {...aria({ hidden: true })}>
          {name}
        </Text>
      ))}
      {before.map((weekday) => (
        <View key={weekday} className="month-grid__day" />
      ))}
      {days.map((day) => {
        const amount = amounts.get(day) ?? 0
        const on = day === chosen
        const number = Number(day.slice(8))
        const mark = [day === today ? ' month-grid__number--today' : '', on ? ' month-grid__number--on' : ''].join('')
        if (amount === 0)
          return (
            <View key={day} className="month-grid__day" {...aria({ hidden: true })}>
              <Text className={`month-grid__number month-grid__number--quiet${mark}`}>{number}</Text>
            </View>
          )
        return (
          <View
            key={day}
            className="month-grid__day"
            {...tappable(() => onChoose(on ? null : day), {
              label: `${dayName(day)}，${amount} 场活动${on ? '，已选中' : ''}`,
            })}
          >
            <Text className={`month-grid__number${mark}`}>{number}</Text>
            <View className="month-grid__mark" {...aria({ hidden: true })} />
          </View>
        )
      })}
    </View>
  )
}
