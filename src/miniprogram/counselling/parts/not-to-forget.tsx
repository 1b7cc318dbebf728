import { useState } from 'react'
import { ReminderButton } from '../../notices/reminder-button'
import { Button } from '../../parts/button'
import { type Appointment, addToCalendar, type InCalendar } from '../../phone/add-to-calendar'
import { Buttons, Notice } from '../../privacy/parts/paper'

const said: Record<InCalendar, string> = {
  added: '加好了，开始前一小时会响。日历里只写「心驿预约」。改了时间的话，请把旧的那条删掉。',
  saved: '存成了一个日历文件，打开它就能加进日历。里面只写「心驿预约」，开始前一小时会响。',
  'not-added': '没有加进日历。可能没有允许小程序用日历，可以在右上角「设置」里打开再试；时间在这一页随时看得到。',
}

const KINDS = ['booking-tomorrow', 'booking-soon', 'booking-changed', 'booking-cancelled'] as const

/** Ways not to forget it. The inbox says it in any case. */
export const NotToForget = ({ appointment }: { appointment: Appointment }) => {
  const [done, setDone] = useState<InCalendar | null>(null)
  return (
    <>
      <Notice text={done === null ? null : said[done]} />
      <Buttons>
        <ReminderButton kinds={KINDS} text="开始前在微信里提醒我" />
        <Button text="加到手机日历" onTap={() => void addToCalendar(appointment).then(setDone)} />
      </Buttons>
    </>
  )
}
