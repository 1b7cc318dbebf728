import { App, Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { HeldBooking } from '../../contract/bookings'
import { heldStates } from '../../domain/bookings/words'
import { modeNames, modes } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { refusalText } from '../cloud/refusal'
import { useTable } from '../cloud/use-table'
import { dayName } from '../duty/week'
import { csvText, download } from '../shell/csv'
import { shownClock } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { useAddress } from './address'
import { calledBy, sessionOf, standingOf } from './agenda'
import { BookingDrawer } from './booking-drawer'
import { fileHeads, fileRow, type Wanted, wholeList } from './whole-list'

const whens = [
  { value: 'coming', label: '今天起' },
  { value: 'past', label: '到今天为止' },
  { value: 'period', label: '选日期' },
] as const
type When = (typeof whens)[number]['value']

const stateLabels: Record<(typeof heldStates)[number], string> = {
  confirmed: '约好的',
  attended: '见上了',
  missed: '没有见上',
  'cancelled-by-counsellor': '您取消的',
}
const orders = [
  { value: 'soonest', label: '早的在前' },
  { value: 'latest', label: '晚的在前' },
] as const

const DAY = /^20\d\d-\d\d-\d\d$/
const oneOf = <T extends string>(words: readonly T[], word: string) => words.find((each) => each === word)

/** The filter is in the address. */
function useWanted() {
  const { at, go } = useAddress()
  const today = dayOf(new Date())
  const when: When = whens.find(({ value }) => value === at('when'))?.value ?? 'coming'
  const [from, until] = [DAY.test(at('from')) ? at('from') : '', DAY.test(at('until')) ? at('until') : '']
  const state = oneOf(heldStates, at('state'))
  const mode = oneOf(modes, at('mode'))
  const order = oneOf(['soonest', 'latest'] as const, at('order')) ?? (when === 'coming' ? 'soonest' : 'latest')
  const wanted: Wanted = {
    ...(when === 'coming' && { from: today }),
    ...(when === 'past' && { until: today }),
    ...(when === 'period' && { ...(from && { from }), ...(until && { until }) }),
    ...(state && { state }),
    ...(mode && { mode }),
    order,
  }
  return { at, go, when, from, until, state, mode, order, wanted }
}

/** The counsellor's own, coming and past, by pseudonym. */
export const Bookings = () => {
  const { message } = App.useApp()
  const { at, go, when, from, until, state, mode, order, wanted } = useWanted()
  const now = useNow(30_000)
  const table = useTable<HeldBooking>(`held ${JSON.stringify(wanted)}`, (after) =>
    api.bookings.held(after ? { ...wanted, after } : wanted),
  )
  const [taking, setTaking] = useState(false)
  const open = table.rows.find(({ id }) => id === at('booking'))
  const choose = (changes: Record<string, string>) => go({ ...changes, booking: '' }, { quietly: true })

  const take = async () => {
    setTaking(true)
    const whole = await wholeList(wanted).finally(() => setTaking(false))
    if (!whole.ok) return void message.warning(refusalText(whole))
    const instant = Date.now()
    const rows = whole.data.map((row) => fileRow(row, instant))
    download(`心驿-我的预约-${dayOf(new Date(instant))}`, csvText(fileHeads, rows))
  }

  return (
    <div className="stack">
      <div className="row row-wrap">
        <Segmented<When>
          aria-label="哪段时间"
          value={when}
          options={[...whens]}
          onChange={(value) => choose({ when: value === 'coming' ? '' : value, order: '' })}
        />
        {when === 'period' && (
          <>
            <Input
              type="date"
              aria-label="从哪一天"
              className="bookings-day"
              value={from}
              max={until || undefined}
              onChange={({ target }) => choose({ from: target.value })}
            />
            至
            <Input
              type="date"
              aria-label="到哪一天"
              className="bookings-day"
              value={until}
              min={from || undefined}
              onChange={({ target }) => choose({ until: target.value })}
            />
          </>
        )}
        <Select
          aria-label="状态"
          className="bookings-choice"
          value={state ?? ''}
          options={[
            { value: '', label: '所有状态' },
            ...heldStates.map((one) => ({ value: one, label: stateLabels[one] })),
          ]}
          onChange={(value) => choose({ state: value })}
        />
        <Select
          aria-label="方式"
          className="bookings-choice"
          value={mode ?? ''}
          options={[{ value: '', label: '所有方式' }, ...modes.map((one) => ({ value: one, label: modeNames[one] }))]}
          onChange={(value) => choose({ mode: value })}
        />
        <Select
          aria-label="顺序"
          className="bookings-choice"
          value={order}
          options={[...orders]}
          onChange={(value) => choose({ order: value })}
        />
        <Button className="push" disabled={table.rows.length === 0} loading={taking} onClick={take}>
          导出 CSV
        </Button>
      </div>
      <p className="soft">导出的文件里只有时间、方式、状态和第几次，没有代号。对方自己取消或删除的，不在这里。</p>
      <PagedTable<HeldBooking>
        table={table}
        rowKey="id"
        empty={table.next ? '已读取的里没有符合的，可以再看一些。' : '没有符合的预约。可以换一段时间或状态。'}
        columns={[
          {
            title: '时间',
            key: 'from',
            className: 'figure',
            render: (_, row) =>
              `${dayOf(row.from)} ${dayName(dayOf(row.from)).slice(0, 2)} ${shownClock(row.from)}–${shownClock(row.until)}`,
          },
          { title: '代号', key: 'who', width: 160, render: (_, row) => calledBy(row) },
          { title: '方式', dataIndex: 'mode', width: 90, render: (one: HeldBooking['mode']) => modeNames[one] },
          { title: '第几次', key: 'session', width: 120, render: (_, row) => sessionOf(row) },
          { title: '状态', key: 'state', width: 130, render: (_, row) => standingOf(row, now) },
          {
            title: '操作',
            key: 'do',
            width: 90,
            render: (_, row) => (
              <Button
                size="small"
                aria-label={`打开 ${dayOf(row.from)} ${shownClock(row.from)} 的预约`}
                onClick={() => go({ booking: row.id })}
              >
                打开
              </Button>
            ),
          },
        ]}
      />
      {open && <BookingDrawer row={open} onChanged={table.reload} onClose={() => go({ booking: '' })} />}
    </div>
  )
}
