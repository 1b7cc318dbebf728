import { Alert } from 'antd'
import type { MyTimetable } from '../../contract/timetables'
import { shownClock, shownInstant } from '../shell/time'

/** What a change left outside the hours: it stands, and the counsellor is told every time. */
export const StandingOutside = ({ rows }: { rows: MyTimetable['outside'] }) =>
  rows.length > 0 && (
    <Alert
      type="warning"
      showIcon
      title={`有 ${rows.length} 个约好的时间不在排班里，仍然有效，请照常接待`}
      description={
        <ul className="counselling-list">
          {rows.map(({ bookingId, from, until }) => (
            <li key={bookingId} className="figure">
              {shownInstant(from)}–{shownClock(until)}
            </li>
          ))}
        </ul>
      }
    />
  )
