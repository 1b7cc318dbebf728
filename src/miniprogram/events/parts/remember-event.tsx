import { useState } from 'react'
import type { EventCard } from '../../../contract/events'
import { Button } from '../../parts/button'
import { useNow } from '../../parts/use-now'
import { addToCalendar, type InCalendar } from '../../phone/add-to-calendar'
import { Buttons, Notice } from '../../privacy/parts/paper'
import { timeNext } from './event-words'

const A_MINUTE_MS = 60_000

const said: Record<InCalendar, string> = {
  added: '加好了，开始前一小时会响。日历里只写「心驿预约」和地点。改了时间的话，请把旧的那条删掉。',
  saved: '存成了一个日历文件，打开它就能加进日历。里面只写「心驿预约」和地点，开始前一小时会响。',
  'not-added': '没有加进日历。可能没有允许小程序用日历，可以在右上角「设置」里打开再试；时间在这一页随时看得到。',
}

type Remembered = Pick<EventCard, 'id' | 'times' | 'where' | 'kind'> & { revision: number }

/** The next of its times, in the phone's own calendar. */
export const RememberEvent = ({ event }: { event: Remembered }) => {
  const now = useNow(A_MINUTE_MS)
  const [done, setDone] = useState<InCalendar | null>(null)
  const next = timeNext(event.times, now)
  if (!next) return null
  const appointment = {
    ...next,
    id: `${event.id}.${event.times.indexOf(next)}`,
    revision: event.revision,
    state: 'confirmed' as const,
    stationName: event.kind === 'live' ? '' : event.where,
    stationAddress: '',
  }
  return (
    <>
      <Notice text={done === null ? null : said[done]} />
      <Buttons>
        <Button
          text={event.times.length > 1 ? '把下一次加到手机日历' : '加到手机日历'}
          onTap={() => void addToCalendar(appointment).then(setDone)}
        />
      </Buttons>
    </>
  )
}
