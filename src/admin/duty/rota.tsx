import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { useNow } from '../unsealings/use-now'
import { AddShiftDialog } from './add-shift-dialog'
import { RotaDay } from './rota-day'
import { dayAfter, dayName, mondayOf, planOf, type ShiftRow, startOfDay, weekFrom } from './week'

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24]

export const Rota = ({ onChanged }: { onChanged: () => void }) => {
  const { message, modal } = App.useApp()
  const now = useNow(30_000)
  const today = dayOf(new Date(now))
  const [monday, setMonday] = useState(() => mondayOf(dayOf(new Date())))
  const [adding, setAdding] = useState(false)
  const [naming, setNaming] = useState(false)
  const read = useRead(`rota of ${monday}`, () => api.shifts.list({ from: startOfDay(monday).toISOString() }))
  const changed = () => {
    read.reload()
    onChanged()
  }

  const remove = (shift: ShiftRow) =>
    modal.confirm({
      title: `删去${shift.name}的这个班吗`,
      content: `${shownInstant(shift.from)} 到 ${shownInstant(shift.until)}。${
        Date.parse(shift.from) <= now && now < Date.parse(shift.until)
          ? '这个班正在进行，删去后新的请求不会再叫到这位同事。'
          : ''
      }`,
      okText: '删去',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.shifts.remove({ shiftId: shift.id })
        if (reply.ok) message.success(`已删去${shift.name}的班`)
        else message.warning(refusalText(reply))
        changed()
      },
    })

  const setHead = async (staffId: string) => {
    setNaming(true)
    const reply = await api.shifts.setHead({ staffId }).finally(() => setNaming(false))
    if (reply.ok) message.success('值守负责人已更换')
    else message.warning(refusalText(reply))
    changed()
  }

  const days = weekFrom(monday)
  return (
    <div className="stack">
      <div className="row row-wrap">
        <Button onClick={() => setMonday(dayAfter(monday, -7))}>上周</Button>
        <strong className="figure">
          {monday} 至 {days.at(-1)}
        </strong>
        <Button onClick={() => setMonday(dayAfter(monday, 7))}>下周</Button>
        {monday !== mondayOf(today) && <Button onClick={() => setMonday(mondayOf(today))}>回到本周</Button>}
        <span className="soft">北京时间</span>
        <span className="row push">
          <span>值守负责人</span>
          <Select
            className="duty-head"
            aria-label="值守负责人"
            placeholder="还没有指定"
            loading={naming}
            disabled={!read.data}
            value={read.data?.head?.staffId ?? null}
            onChange={(staffId) => staffId && setHead(staffId)}
            options={(read.data?.colleagues ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </span>
        <Button type="primary" disabled={!read.data} onClick={() => setAdding(true)}>
          排班
        </Button>
      </div>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={7} />}
      {read.data && (
        <div className="panel rota">
          <div className="rota-hours" aria-hidden>
            <span />
            <div className="rota-scale figure">
              {HOURS.map((hour) => (
                <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
                  {hour}:00
                </span>
              ))}
            </div>
          </div>
          {days.map((day) => (
            <RotaDay
              key={day}
              plan={planOf(day, read.data?.rows ?? [])}
              name={dayName(day)}
              now={now}
              today={day === today}
              onRemove={remove}
            />
          ))}
        </div>
      )}
      <p className="soft">
        有人请求回电时，先叫值守最久的一位，5
        分钟没有接就叫下一位，都没有接或没有人值守时由值守负责人负责。点一个班可以删去它。
      </p>
      {adding && read.data && (
        <AddShiftDialog
          colleagues={read.data.colleagues}
          day={monday === mondayOf(today) ? today : monday}
          onAdded={changed}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
