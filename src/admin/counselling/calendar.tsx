import { Alert, App, Button, List } from 'antd'
import { useState } from 'react'
import type { MyTimetable } from '../../contract/timetables'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { dayAfter, dayName, mondayOf, startOfDay } from '../duty/week'
import { Waiting } from '../shell/waiting'
import { useNow } from '../unsealings/use-now'
import { useAddress } from './address'
import { BookingDrawer } from './booking-drawer'
import { blocksOf, noteOf } from './calendar-blocks'
import { ExceptionDialog } from './exception-dialog'
import { saySpan } from './hours'
import { StandingOutside } from './standing-outside'
import { WeekGrid } from './week-grid'

const DAY = /^20\d\d-\d\d-\d\d$/

/** The Monday that the address names; this week where it names none. */
const weekAt = (word: string) => {
  const today = dayOf(new Date())
  return mondayOf(DAY.test(word) && !Number.isNaN(Date.parse(word)) ? word : today)
}

/** A week from midnight to midnight: what is booked, what people can still book, and the days that are unlike the others. */
export const Calendar = ({
  timetable,
  onChanged,
}: {
  timetable: MyTimetable
  onChanged: (changed: MyTimetable) => void
}) => {
  const { message } = App.useApp()
  const { at, go } = useAddress()
  const now = useNow(30_000)
  const thisWeek = weekAt('')
  const monday = weekAt(at('week'))
  const setMonday = (day: string) => go({ week: day === thisWeek ? '' : day, booking: '' })
  const [adding, setAdding] = useState<string | null>(null)
  const read = useRead(`hours from ${monday} ${timetable.changedAt}`, () => api.timetables.preview({ from: monday }))

  const week = useRead(`bookings from ${monday}`, () => api.bookings.week({ from: startOfDay(monday).toISOString() }))
  const rows = week.data?.rows ?? []
  const open = rows.find(({ id }) => id === at('booking'))
  const reload = () => {
    read.reload()
    week.reload()
  }

  const remove = async (exceptionId: string) => {
    const reply = await api.timetables.removeException({ exceptionId })
    if (!reply.ok) return void message.warning(refusalText(reply))
    message.success('已去掉')
    onChanged(reply.data)
  }

  return (
    <div className="stack">
      <StandingOutside rows={timetable.outside} />
      <div className="row row-wrap">
        <Button onClick={() => setMonday(dayAfter(monday, -7))}>上周</Button>
        <strong className="figure">
          {monday} 至 {dayAfter(monday, 6)}
        </strong>
        <Button onClick={() => setMonday(dayAfter(monday, 7))}>下周</Button>
        {monday !== thisWeek && <Button onClick={() => setMonday(thisWeek)}>回到本周</Button>}
        <span className="soft">北京时间</span>
      </div>
      <RefusalNote refusal={read.refusal ?? week.refusal} onRetry={reload} />
      {(read.loading || week.loading) && <Waiting rows={7} />}
      {read.data && !read.data.offered && (
        <Alert
          type="info"
          showIcon
          title="现在职工还看不到您：资料没有公开、暂停了，或资质已到期。下面的空闲时间公开后才能约。"
        />
      )}
      {read.data && week.data && (
        <WeekGrid
          key={monday}
          sessionMinutes={timetable.sessionMinutes}
          addText="设例外"
          columns={read.data.days.map((day) => ({
            key: day.day,
            title: day.day === dayOf(new Date(now)) ? `今天 ${dayName(day.day)}` : dayName(day.day),
            note: noteOf(day),
            dim: day.periods.length === 0,
            blocks: blocksOf(day, rows, now),
          }))}
          onAdd={(column) => setAdding(dayAfter(monday, column))}
          onOpen={(_, booking) => go({ booking })}
        />
      )}
      <section className="stack stack-tight" aria-label="例外的日子">
        <h2>例外的日子</h2>
        {timetable.exceptions.length === 0 ? (
          <p className="soft">没有例外，每天都按每周的排班。</p>
        ) : (
          <List
            size="small"
            bordered
            dataSource={timetable.exceptions}
            renderItem={({ id, from, until, periods }) => (
              <List.Item
                actions={[
                  <Button key="remove" size="small" aria-label={`去掉 ${from} 的例外`} onClick={() => remove(id)}>
                    去掉
                  </Button>,
                ]}
              >
                <span className="figure">
                  {from === until ? from : `${from} 至 ${until}`}：
                  {periods.length === 0 ? '不接受预约' : periods.map(saySpan).join('、')}
                </span>
              </List.Item>
            )}
          />
        )}
      </section>
      {open && <BookingDrawer row={open} onChanged={reload} onClose={() => go({ booking: '' })} />}
      {adding && (
        <ExceptionDialog
          day={adding}
          onAdded={(changed) => {
            setAdding(null)
            onChanged(changed)
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}
