import Taro from '@tarojs/taro'
import type { OwnBooking } from '../../contract/bookings'
import { CALENDAR_TITLE, placeInCalendar } from '../../domain/bookings/ics'

/** `added` stands in the calendar; `saved` is a file that the person still has to open. */
export type InCalendar = 'added' | 'saved' | 'not-added'

export type Appointment = Pick<
  OwnBooking,
  'id' | 'from' | 'until' | 'revision' | 'state' | 'stationName' | 'stationAddress'
>

const AN_HOUR_SECONDS = 60 * 60

const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/**
 * `addPhoneCalendar` asks the person itself; its end is a text (wx.addPhoneCalendar). Taro gives no promise for it, so it
 * answers by callbacks.
 */
export const addToCalendar = ({ from, until, ...station }: Appointment): Promise<InCalendar> =>
  new Promise((answered) => {
    Taro.addPhoneCalendar({
      title: CALENDAR_TITLE,
      startTime: secondsOf(from),
      endTime: String(secondsOf(until)),
      ...(station.stationName === '' ? {} : { location: placeInCalendar(station) }),
      alarm: true,
      alarmOffset: AN_HOUR_SECONDS,
      success: () => answered('added'),
      fail: () => answered('not-added'),
    })
  })
