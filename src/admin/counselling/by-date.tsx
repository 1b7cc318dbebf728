import { Alert, App, Button, List } from 'antd'
import { useState } from 'react'
import type { Output } from '../../contract'
import type { MyTimetable } from '../../contract/timetables'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { dayAfter, dayName, minuteOfDay, mondayOf } from '../duty/week'
import { shownClock } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { ExceptionDialog } from './exception-dialog'
import { sayModes, saySpan } from './hours'
import { StandingOutside } from './standing-outside'
import { type Block, WeekGrid } from './week-grid'

type Day = Output<'timetables', 'preview'>['days'][number]

const noteOf = ({ kind, known }: Day) =>
  kind === 'holiday' ? '放假' : kind === 'worked' ? '调休上班' : known ? '' : '节假日未公布'

const spanOf = ({ from, until }: { from: string; until: string }) => ({
  from: minuteOfDay(new Date(from)),
  until: minuteOfDay(new Date(until)) || 24 * 60,
})

const blocksOf = ({ slots, standing }: Day): Block[] => [
  ...slots.map((slot) => ({
    key: slot.from,
    ...spanOf(slot),
    tone: 'free' as const,
    text: `${shownClock(slot.from)} 可约`,
    heard: `${saySpan(spanOf(slot))} 可约，${sayModes(slot.modes)}`,
  })),
  ...standing.map((one) => ({
    key: one.bookingId,
    ...spanOf(one),
    tone: 'taken' as const,
    text: `${shownClock(one.from)} 已约`,
    heard: `${saySpan(spanOf(one))} 已约`,
  })),
]

/** A week as people see it, and the days that are unlike the others. */
export const ByDate = ({
  timetable,
  onChanged,
}: {
  timetable: MyTimetable
  onChanged: (changed: MyTimetable) => void
}) => {
  const { message } = App.useApp()
  const thisWeek = mondayOf(dayOf(new Date()))
  const [monday, setMonday] = useState(thisWeek)
  const [adding, setAdding] = useState<string | null>(null)
  const read = useRead(`hours from ${monday} ${timetable.changedAt}`, () => api.timetables.preview({ from: monday }))

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
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={7} />}
      {read.data && !read.data.offered && (
        <Alert
          type="info"
          showIcon
          title="现在职工还看不到您：资料没有公开、暂停了，或资质已到期。下面是公开后会看到的时间。"
        />
      )}
      {read.data && (
        <WeekGrid
          key={monday}
          sessionMinutes={timetable.sessionMinutes}
          addText="设例外"
          columns={read.data.days.map((day) => ({
            key: day.day,
            title: dayName(day.day),
            note: noteOf(day),
            dim: day.periods.length === 0,
            blocks: blocksOf(day),
          }))}
          onAdd={(at) => setAdding(dayAfter(monday, at))}
        />
      )}
      <section className="stack stack-tight" aria-label="例外的日子">
        <h2>例外的日子</h2>
        <List
          size="small"
          bordered
          locale={{ emptyText: '没有例外，每天都按每周的排班' }}
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
      </section>
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
