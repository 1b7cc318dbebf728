import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Mode, modeNames } from '../../../domain/counsellors/words'
import { dayOf } from '../../../domain/time'
import { aria, tappable } from '../../parts/aria'
import { weekdayDateOf } from '../../phone/times'
import { nearDay } from './booking-words'
import { type Slot, type SlotDay, slotDays, timeOf } from './slot-days'
import './slot-picker.scss'

const middayOf = (day: string) => `${day}T12:00:00+08:00`

/** Said only where it differs from what the rest offers: what all have is told above. */
const modesOf = ({ modes }: Slot) => modes.map((mode) => modeNames[mode]).join('、')

const Days = ({
  days,
  chosen,
  onChoose,
}: {
  days: readonly SlotDay[]
  chosen: string
  onChoose: (day: string) => void
}) => {
  const now = new Date()
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="slots__days">
      <View className="slots__strip" {...aria({ role: 'radiogroup', label: '哪一天' })}>
        {days.map(({ day, parts }) => {
          const on = day === chosen
          const noon = middayOf(day)
          const [date = '', weekday = ''] = weekdayDateOf(noon).split(' ')
          const count = parts.reduce((sum, { slots }) => sum + slots.length, 0)
          return (
            <View
              key={day}
              className={on ? 'slots__day slots__day--on' : 'slots__day'}
              {...tappable(() => onChoose(day), {
                role: 'radio',
                checked: on,
                label: `${weekdayDateOf(noon)}，${count} 个时间可约`,
              })}
            >
              <Text className="slots__weekday">{nearDay(noon, now) ?? weekday}</Text>
              <Text className="slots__date">{date}</Text>
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}

/**
 * Days in a strip, the times of one day beneath, in Shanghai time wherever the phone is. With a `mode`, what cannot be had
 * in it is not offered. Which way a chosen time is meant stays with the page.
 */
export const SlotPicker = ({
  slots,
  chosen,
  mode,
  onChoose,
}: {
  slots: readonly Slot[]
  /** The `from` of the chosen one. */
  chosen: string | null
  mode?: Mode | undefined
  onChoose: (slot: Slot) => void
}) => {
  const fitting = mode === undefined ? slots : slots.filter(({ modes }) => modes.includes(mode))
  const days = slotDays(fitting)
  const [looked, setLooked] = useState<string | null>(null)
  const day =
    days.find((one) => one.day === looked) ?? days.find((one) => chosen && one.day === dayOf(chosen)) ?? days[0]
  if (day === undefined)
    return (
      <View className="slots" {...aria({ role: 'status' })}>
        <Text className="slots__none">
          {mode === undefined || slots.length === 0
            ? '最近四周的时间都约满了。'
            : `最近四周没有能用「${modeNames[mode]}」的时间，换一种方式看看。`}
        </Text>
      </View>
    )
  const mixed = mode === undefined && new Set(fitting.map(modesOf)).size > 1
  return (
    <View className="slots">
      <Days days={days} chosen={day.day} onChoose={setLooked} />
      {day.parts.map(({ name, slots: here }) => (
        <View key={name} className="slots__part">
          <Text className="slots__name" {...aria({ role: 'heading', level: 3 })}>
            {name}
          </Text>
          <View
            className="slots__times"
            {...aria({ role: 'radiogroup', label: `${weekdayDateOf(middayOf(day.day))} ${name}` })}
          >
            {here.map((slot) => {
              const on = slot.from === chosen
              return (
                <View
                  key={slot.from}
                  className={on ? 'slots__time slots__time--on' : 'slots__time'}
                  {...tappable(() => onChoose(slot), {
                    role: 'radio',
                    checked: on,
                    label: `${weekdayDateOf(slot.from)} ${timeOf(slot.from)} 可约，${modesOf(slot)}`,
                  })}
                >
                  <Text className="slots__clock">{timeOf(slot.from)}</Text>
                  {mixed ? <Text className="slots__modes">{modesOf(slot)}</Text> : null}
                </View>
              )
            })}
          </View>
        </View>
      ))}
    </View>
  )
}
