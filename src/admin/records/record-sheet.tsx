import { useState } from 'react'
import type { RecordShown } from '../../contract/records'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import type { About } from './notebook'
import { type ClosedRecord, RecordClosed } from './record-closed'
import { RecordDraft } from './record-draft'

type Props = { about: About; opened: RecordShown | null; onChanged?: () => void }

const nothing = () => {}

/** The newest of what was changed elsewhere; of a session of which somebody began a record meanwhile, that one. */
async function newestOf({ about, recordId }: { about: About; recordId: string }) {
  if (recordId !== '' || !('of' in about)) return api.records.open({ recordId })
  const found = await api.records.forSession(about)
  if (!found.ok) return found
  return api.records.open({ recordId: found.data.row?.id ?? '-' })
}

/** A record that is open before the counsellor: to be written, or to be added to. */
export const RecordSheet = ({ about, opened, onChanged = nothing }: Props) => {
  const [shown, setShown] = useState({ draft: opened, turn: 0 })
  const [closed, setClosed] = useState<ClosedRecord | null>(opened?.state === 'closed' ? opened : null)
  const newest = useAction(newestOf)
  const lookAgain = async (recordId: string) => {
    const reply = await newest.run({ about, recordId })
    if (!reply.ok) return
    if (reply.data.state === 'closed') setClosed(reply.data)
    else setShown({ draft: reply.data, turn: shown.turn + 1 })
  }
  if (closed) return <RecordClosed shown={closed} onChanged={onChanged} />
  return (
    <>
      <RefusalNote refusal={newest.refusal} />
      <RecordDraft
        key={shown.turn}
        about={about}
        opened={shown.draft}
        onNewest={lookAgain}
        onChanged={onChanged}
        onClosed={(done) => {
          setClosed(done)
          onChanged()
        }}
      />
    </>
  )
}
