import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import type { CaseRow, CaseShown } from '../../contract/cases'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useSession } from '../session/store'
import { shownInstant } from '../shell/time'
import { CaseActs } from './case-acts'
import { CaseFacts } from './case-facts'
import { Referrals } from './referrals'
import type { Crew } from './use-crew'

type Props = {
  row: CaseRow
  crew: Crew | null
  onChanged: () => void
  /** It is no longer in my hands, or no longer at all. */
  onGone: (words: string) => void
  onClose: () => void
}

/** Says first what opening means; nothing of the case is asked for before. */
export const CaseDrawer = ({ row, crew, onChanged, onGone, onClose }: Props) => {
  const open = useAction(api.cases.open)
  const [shown, setShown] = useState<CaseShown | null>(null)
  const session = useSession()
  const signedIn = session.state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])

  const look = async () => {
    const reply = await open.run({ caseId: row.id })
    if (reply.ok) setShown(reply.data)
  }
  const changed = (after: CaseShown) => {
    setShown(after)
    onChanged()
  }

  return (
    <Drawer
      open
      size={640}
      title={`${shownInstant(row.openedAt)} 建立的记录`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
    >
      <div className="stack">
        {!shown && (
          <>
            <p>打开后，本人会在「谁看过我」里看到时间和您的角色。确实要跟进时再打开。</p>
            <div className="row">
              <Button type="primary" loading={open.busy} onClick={look}>
                知道了，打开
              </Button>
              <Button onClick={onClose}>先不看</Button>
            </div>
            <RefusalNote refusal={open.refusal} />
          </>
        )}
        {shown && (
          <>
            <CaseFacts shown={shown} />
            <Referrals shown={shown} onChanged={changed} />
            {shown.yours ? (
              <CaseActs shown={shown} crew={crew} onChanged={changed} onGone={onGone} />
            ) : (
              <p className="soft">这份记录由{shown.ownerName}负责，您只能看。要由您跟进，请对方交给您。</p>
            )}
          </>
        )}
      </div>
    </Drawer>
  )
}
