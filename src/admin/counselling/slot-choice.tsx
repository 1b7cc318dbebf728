import { Button, Checkbox, Empty, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../contract'
import type { CounsellorCard } from '../../contract/counsellors'
import { type Mode, modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { useTable } from '../cloud/use-table'
import { dayName } from '../duty/week'
import { shownClock } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { suits } from './suiting'

export type WishRow = Output<'wishes', 'list'>['rows'][number]
export type Chosen = { staffId: string; name: string; from: string; mode: Mode }

type Props = { wish: WishRow; chosen: readonly Chosen[]; full: boolean; onChoose: (one: Chosen) => void }

const keyOf = ({ staffId, from }: Pick<Chosen, 'staffId' | 'from'>) => `${staffId} ${from}`
const labelOf = ({ name, title, institution }: CounsellorCard) => [name, title, institution].filter(Boolean).join(' · ')

/** Times that are free now, of whoever suits what was asked for, or of anybody. */
export const SlotChoice = ({ wish, chosen, full, onChoose }: Props) => {
  const [anyField, setAnyField] = useState(false)
  const [staffId, setStaffId] = useState<string | null>(null)
  const filter = { ...(wish.field && !anyField && { field: wish.field }), ...(wish.mode && { mode: wish.mode }) }
  const all = useTable<CounsellorCard>(`who could ${JSON.stringify(filter)}`, (after) =>
    api.counsellors.list(after ? { ...filter, after } : filter),
  )
  const who = all.rows.find(({ id }) => id === staffId) ?? all.rows[0]

  return (
    <div className="stack stack-tight">
      <div className="row row-wrap">
        <Select<string>
          aria-label="哪位咨询师"
          className="wish-who"
          placeholder="选一位咨询师"
          loading={all.loading}
          showSearch={{ optionFilterProp: 'label' }}
          value={who?.id ?? null}
          onChange={setStaffId}
          options={all.rows.map((one) => ({ value: one.id, label: labelOf(one) }))}
          notFoundContent="没有合适的咨询师"
        />
        {all.next && (
          <Button loading={all.moreBusy} onClick={all.more}>
            再看一些咨询师
          </Button>
        )}
        {wish.field && (
          <Checkbox checked={anyField} onChange={({ target }) => setAnyField(target.checked)}>
            也看别的方向的
          </Checkbox>
        )}
      </div>
      <RefusalNote refusal={all.refusal} onRetry={all.reload} />
      {!all.loading && !all.refusal && !who && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有这个方向和方式的咨询师可以约。" />
      )}
      {who && <Slots key={who.id} who={who} wish={wish} chosen={chosen} full={full} onChoose={onChoose} />}
    </div>
  )
}

const Slots = ({ who, wish, chosen, full, onChoose }: Props & { who: CounsellorCard }) => {
  const read = useRead(`free times of ${who.id}`, () => api.counsellors.open({ counsellorId: who.id }))
  const [onlyAsked, setOnlyAsked] = useState(true)
  const [mode, setMode] = useState<Mode>(wish.mode ?? who.modes[0] ?? 'text')
  const taken = new Set(chosen.map(keyOf))
  const free = (read.data?.slots ?? []).filter(({ modes }) => modes.includes(mode))
  const shown = onlyAsked ? free.filter(({ from }) => suits(from, wish.times)) : free
  const days = [...new Set(shown.map(({ from }) => dayOf(from)))]

  return (
    <>
      <div className="row row-wrap">
        {wish.mode === null && who.modes.length > 1 && (
          <Segmented<Mode>
            aria-label="方式"
            value={mode}
            options={who.modes.map((one) => ({ value: one, label: modeNames[one] }))}
            onChange={setMode}
          />
        )}
        <Checkbox checked={onlyAsked} onChange={({ target }) => setOnlyAsked(target.checked)}>
          只看对方说的时段
        </Checkbox>
      </div>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={3} />}
      {read.data && shown.length === 0 && (
        <p className="soft">
          {free.length > 0
            ? '四周内这些时段没有空的时间，可以不限时段再看。'
            : '四周内没有这种方式的空闲时间，可以换一位。'}
        </p>
      )}
      {days.map((day) => (
        <section key={day} className="wish-day" aria-label={dayName(day)}>
          <strong className="figure">{dayName(day)}</strong>
          <div className="wish-slots">
            {shown
              .filter(({ from }) => dayOf(from) === day)
              .map(({ from }) => (
                <Button
                  key={from}
                  size="small"
                  className="figure"
                  disabled={full || taken.has(keyOf({ staffId: who.id, from }))}
                  aria-label={`选 ${who.name} ${dayName(day)} ${shownClock(from)}`}
                  onClick={() => onChoose({ staffId: who.id, name: who.name, from, mode })}
                >
                  {shownClock(from)}
                </Button>
              ))}
          </div>
        </section>
      ))}
    </>
  )
}
