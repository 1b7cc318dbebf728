import { Descriptions, Drawer } from 'antd'
import type { HeldBooking } from '../../contract/bookings'
import { modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { dayName } from '../duty/week'
import { shownClock } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { calledBy, sessionOf, standingOf } from './agenda'
import { BookingActs } from './booking-acts'

type Props = { row: HeldBooking; onChanged: () => void; onClose: () => void }

export const BookingDrawer = ({ row, onChanged, onClose }: Props) => {
  const now = useNow(30_000)
  const clock = `${shownClock(row.from)}–${shownClock(row.until)}`
  const when = `${dayName(dayOf(row.from))} ${clock}`
  return (
    <Drawer open size={560} title={when} closable={{ 'aria-label': '关闭' }} onClose={onClose}>
      <div className="stack">
        <Descriptions
          size="small"
          column={1}
          bordered
          styles={{ label: { width: 110 } }}
          items={[
            { key: 'when', label: '时间', children: <span className="figure">{`${dayOf(row.from)} ${clock}`}</span> },
            { key: 'who', label: '代号', children: calledBy(row) },
            {
              key: 'mode',
              label: '方式',
              children: row.stationName ? `${modeNames[row.mode]}（${row.stationName}）` : modeNames[row.mode],
            },
            { key: 'session', label: '第几次', children: sessionOf(row) },
            { key: 'state', label: '现在', children: standingOf(row, now) },
          ]}
        />
        <BookingActs row={row} now={now} onChanged={onChanged} />
      </div>
    </Drawer>
  )
}
