import { Button } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useAction } from '../../cloud/use-action'

type Page = Output<'doors', 'answers'>

/** Each page is a reading that its people find in 「谁看过我」, so it is asked for and never read ahead. */
export const Answers = ({ eventId }: { eventId: string }) => {
  const [page, setPage] = useState<Page | null>(null)
  const open = useAction(api.doors.answers)
  const more = async () => {
    const reply = await open.run({ eventId, ...(page?.next && { after: page.next }) })
    if (reply.ok) setPage((before) => ({ ...reply.data, rows: [...(before?.rows ?? []), ...reply.data.rows] }))
  }
  return (
    <section className="panel stack stack-tight" aria-label="报名时的回答">
      <h2>报名时的回答</h2>
      <p className="soft">看不到是谁写的。每看一次，都会记在写的人的「谁看过我」里。</p>
      <RefusalNote refusal={open.refusal} />
      {page?.questions.map(({ id, text }, at) => (
        <div key={id}>
          <h3>{text}</h3>
          <ul>
            {page.rows
              .map(({ answers }) => answers[at] ?? '')
              .filter((said) => said !== '')
              .map((said, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer has nothing else to be known by, on purpose
                <li key={place}>{said}</li>
              ))}
          </ul>
        </div>
      ))}
      {page && page.rows.length === 0 && <p>还没有人回答。</p>}
      {(page === null || page.next !== null) && (
        <div className="row">
          <Button loading={open.busy} onClick={more}>
            {page === null ? '看回答' : '再看一些'}
          </Button>
        </div>
      )}
    </section>
  )
}
