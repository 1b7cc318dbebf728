import { DownOutlined } from '@ant-design/icons'
import { Button, Input, Tag } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { ActionName } from '../../contract'
import { RefusalNote } from '../cloud/refusal-note'
import { type Place, useScopes } from './scopes'
import { useWalk } from './use-walk'
import { Way } from './way'
import './branches.css'

type Choice = Place & { kind?: string; closed?: boolean }
type WalkProps = { roots: readonly Place[]; onChoose: (place: Place) => void }

const Walk = ({ roots, onChoose }: WalkProps) => {
  const { way, here, below, startsWith, search, enter, backTo } = useWalk(roots)
  const rows: readonly Choice[] = here ? below.rows : roots
  return (
    <div className="walk">
      <Way way={way} several={roots.length > 1} onBack={backTo} />
      {here && (
        <div className="row">
          <Button size="small" type="primary" onClick={() => onChoose(here)}>
            选「{here.name}」
          </Button>
          <Input.Search
            key={here.id}
            size="small"
            allowClear
            autoFocus
            aria-label="按名称开头找下级"
            placeholder="按名称开头找"
            maxLength={40}
            onSearch={(typed) => search(typed.trim())}
          />
        </div>
      )}
      <RefusalNote refusal={below.refusal} onRetry={below.next ? below.more : below.reload} />
      <ul className="walk-list" aria-label="可选的组织" aria-busy={below.loading}>
        {rows.map((row) => (
          <li key={row.id} className="row">
            <Button type="text" size="small" disabled={row.closed} onClick={() => onChoose(row)}>
              {row.name}
            </Button>
            {row.closed && <Tag className="standing-off">已停用</Tag>}
            {row.kind !== 'station' && (
              <Button
                className="push"
                size="small"
                type="link"
                aria-label={`看「${row.name}」的下级`}
                onClick={() => enter(row)}
              >
                下级
              </Button>
            )}
          </li>
        ))}
      </ul>
      {here && !below.loading && !below.refusal && rows.length === 0 && (
        <p className="soft">{startsWith ? '没有以这几个字开头的下级。' : '它下面没有组织。'}</p>
      )}
      {below.next && (
        <Button size="small" onClick={below.more} loading={below.moreBusy}>
          再看一些
        </Button>
      )}
    </div>
  )
}

type Props = {
  /** Whoever may do this may choose the branches in which they may. */
  action: ActionName
  label: string
  value?: Place | null
  onChange?: (place: Place) => void
  id?: string
  disabled?: boolean
}

/** One branch, found by walking down from where the caller's role counts. */
export const BranchPicker = ({ action, label, value, onChange, id, disabled }: Props) => {
  const roots = useScopes(action)
  const [open, setOpen] = useState(false)
  const choose = ({ id: branchId, name }: Place) => {
    onChange?.({ id: branchId, name })
    setOpen(false)
  }
  /** Closes this, and not the dialog around it. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <fieldset className="branch-picker" onKeyDown={onKeyDown}>
      <Button
        id={id}
        className="branch-chosen"
        disabled={disabled}
        aria-expanded={open}
        aria-label={`${label}：${value?.name ?? '选择组织'}`}
        onClick={() => setOpen(!open)}
      >
        <span>{value?.name ?? '选择组织'}</span>
        <DownOutlined aria-hidden />
      </Button>
      {open && <Walk roots={roots} onChoose={choose} />}
    </fieldset>
  )
}
