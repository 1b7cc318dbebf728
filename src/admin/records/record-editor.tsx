import { Button } from 'antd'
import { useState } from 'react'
import type { RecordRow, RecordShown } from '../../contract/records'
import type { SessionKind } from '../../domain/records/record'
import { templates } from '../../domain/records/templates'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { Waiting } from '../shell/waiting'
import { keptNotebook } from './kept-notebooks'
import { RecordSheet } from './record-sheet'
import './records.css'

type Props = { of: SessionKind; ofId: string; onChanged?: () => void }

/** The caller's own record of one session. While it goes on it lies open; at any other time opening it is said first. */
export const RecordEditor = (props: Props) => <EditorOf key={`${props.of} ${props.ofId}`} {...props} />

const EditorOf = ({ of, ofId, onChanged }: Props) => {
  const about = { of, ofId }
  const [unsaved] = useState(() => keptNotebook(ofId))
  const read = useRead(`record ${of} ${ofId}`, () => api.records.forSession(about))
  if (unsaved) return <RecordSheet about={about} opened={null} {...(onChanged && { onChanged })} />
  if (read.refusal) return <RefusalNote refusal={read.refusal} onRetry={read.reload} />
  if (!read.data) return <Waiting rows={3} />
  const { row, record } = read.data
  if (row && !record) return <RecordCover row={row} {...(onChanged && { onChanged })} />
  return <RecordSheet about={about} opened={record} {...(onChanged && { onChanged })} />
}

/** Says first what opening means. */
export const RecordCover = ({ row, onChanged }: { row: RecordRow; onChanged?: () => void }) => {
  const open = useAction(api.records.open)
  const [shown, setShown] = useState<RecordShown | null>(null)
  const [unsaved] = useState(() => keptNotebook(row.id))
  const look = async () => {
    const reply = await open.run({ recordId: row.id })
    if (reply.ok) setShown(reply.data)
  }
  if (shown || unsaved)
    return <RecordSheet about={{ recordId: row.id }} opened={shown} {...(onChanged && { onChanged })} />
  return (
    <div className="stack">
      <p>
        {templates[row.template].title}，{row.state === 'draft' ? '还没有写完' : '已经写完'}
        {row.supervision === 'answered' && '，督导答复了'}。打开后，来访者会在「谁看过我」里看到。
      </p>
      <div className="row">
        <Button type="primary" loading={open.busy} onClick={look}>
          知道了，打开
        </Button>
      </div>
      <RefusalNote refusal={open.refusal} />
    </div>
  )
}
