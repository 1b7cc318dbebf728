import { App, Button, Form, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import type { MyTimetable } from '../../contract/timetables'
import type { Mode } from '../../domain/counsellors/words'
import { fitPeriods, MOST_HORIZON, type PeriodFault } from '../../domain/timetables/change'
import type { Period, Timetable } from '../../domain/timetables/timetable'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { sayModes, saySpan, weekdayNames } from './hours'
import { PeriodDialog } from './period-dialog'
import { StandingOutside } from './standing-outside'
import { WeekGrid } from './week-grid'

type Week = Timetable['week']
type How = Pick<Timetable, 'sessionMinutes' | 'bufferMinutes' | 'noticeHours' | 'horizonDays' | 'holidays'>
type Editing = { day: number; at: number | null; period: Period }

const faults: Record<PeriodFault, string> = {
  PERIOD_NOT_FIT: '有一段不合适：要以一刻钟为单位，至少够一次咨询，一天最多 8 段',
  PERIODS_OVERLAP: '有两段时间重叠了',
}

/** The same every week. Nothing counts before it is saved, and saving drops nothing that was booked. */
export const WeeklyHours = ({
  timetable,
  modes,
  onSaved,
}: {
  timetable: MyTimetable
  modes: Mode[]
  onSaved: (saved: MyTimetable) => void
}) => {
  const { message } = App.useApp()
  const [week, setWeek] = useState<Week>(timetable.week)
  const [how, setHow] = useState<How>(timetable)
  const [editing, setEditing] = useState<Editing | null>(null)
  const save = useAction(api.timetables.save)
  const ways = modes.length > 0 ? modes : (['text', 'phone'] as Mode[])

  const put = (day: number, periods: Period[]) =>
    setWeek(week.map((all, at) => (at === day ? periods.toSorted((one, other) => one.from - other.from) : all)) as Week)
  const finish = (period: Period) => {
    if (!editing) return
    const others = (week[editing.day] ?? []).filter((_, at) => at !== editing.at)
    const fits = fitPeriods([...others, period], how.sessionMinutes)
    if (!fits.ok) return void message.warning(faults[fits.code])
    put(editing.day, [...others, period])
    setEditing(null)
  }
  const submit = async () => {
    const { sessionMinutes, bufferMinutes, noticeHours, horizonDays, holidays } = how
    const settings = { sessionMinutes, bufferMinutes, noticeHours, horizonDays, holidays }
    const reply = await save.run({ week, ...settings, changedAt: timetable.changedAt })
    if (!reply.ok) return
    message.success('排班已保存')
    onSaved(reply.data)
  }
  const number = (
    name: keyof How & string,
    label: string,
    unit: string,
    [min, max, step]: [number, number, number],
  ) => (
    <Form.Item label={label} htmlFor={`hours-${name}`}>
      <InputNumber
        id={`hours-${name}`}
        min={min}
        max={max}
        step={step}
        precision={0}
        suffix={unit}
        value={how[name] as number}
        onChange={(value) => value !== null && setHow({ ...how, [name]: value })}
      />
    </Form.Item>
  )

  return (
    <div className="stack">
      <StandingOutside rows={timetable.outside} />
      <Form layout="inline" className="hours-how">
        {number('sessionMinutes', '一次', '分钟', [20, 180, 5])}
        {number('bufferMinutes', '之间空', '分钟', [0, 60, 5])}
        {number('noticeHours', '至少提前', '小时', [0, 168, 1])}
        {number('horizonDays', '最远约到', '天', [1, MOST_HORIZON, 1])}
        <Form.Item label="按国家节假日和调休" htmlFor="hours-holidays">
          <Switch id="hours-holidays" checked={how.holidays} onChange={(holidays) => setHow({ ...how, holidays })} />
        </Form.Item>
        <Button type="primary" className="push" loading={save.busy} onClick={submit}>
          保存排班
        </Button>
      </Form>
      <RefusalNote refusal={save.refusal} />
      <WeekGrid
        sessionMinutes={how.sessionMinutes}
        addText="加一段"
        columns={weekdayNames.map((title, day) => ({
          key: title,
          title,
          blocks: (week[day] ?? []).map((period, at) => ({
            key: String(at),
            from: period.from,
            until: period.until,
            tone: 'hours' as const,
            text: `${saySpan(period)} ${sayModes(period.modes)}`,
            heard: `${title} ${saySpan(period)}，${sayModes(period.modes)}，修改`,
            opens: true,
          })),
        }))}
        onAdd={(day) => setEditing({ day, at: null, period: { from: 9 * 60, until: 12 * 60, modes: ways } })}
        onDraw={(day, span) => setEditing({ day, at: null, period: { ...span, modes: ways } })}
        onOpen={(day, key) => {
          const period = week[day]?.[Number(key)]
          if (period) setEditing({ day, at: Number(key), period })
        }}
      />
      <p className="soft">在一天里拖出一段，或点「加一段」；一天可以有几段。北京时间。</p>
      {editing && (
        <PeriodDialog
          title={`${weekdayNames[editing.day]}的一段时间`}
          period={editing.period}
          onDone={finish}
          {...(editing.at !== null && {
            onRemove: () => {
              put(
                editing.day,
                (week[editing.day] ?? []).filter((_, at) => at !== editing.at),
              )
              setEditing(null)
            },
          })}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
