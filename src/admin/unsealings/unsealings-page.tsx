import { App, Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { readingReasonNames } from '../../domain/readings/words'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { useSession } from '../session/store'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { type Identity, IdentityDialog, OPEN_MS } from './identity-dialog'
import { RequestDialog } from './request-dialog'
import { endWords, type Request, RequestsTable } from './requests-table'
import { useWhileLookedAt } from './use-while-looked-at'
import './unsealings.css'

/** A colleague who waits for an answer sees it soon, without asking by hand. */
const AGAIN_MS = 20_000

/** Who asks, about whom and why, once more before anything is decided. */
const Repeated = ({ row, children }: { row: Request; children: string }) => (
  <div className="stack stack-tight">
    <p>
      {row.own ? '您' : row.byName}申请查看「{row.pseudonym}」，原因：{readingReasonNames[row.reason]}。
    </p>
    <p className="soft">{children}</p>
  </div>
)

export const UnsealingsPage = () => {
  const { message, modal } = App.useApp()
  const session = useSession()
  const list = useRead('unsealings', () => api.unsealings.list({}))
  const [requesting, setRequesting] = useState(false)
  const [opening, setOpening] = useState<string | null>(null)
  const [opened, setOpened] = useState<{ identity: Identity; until: number } | null>(null)
  const close = useCallback(() => setOpened(null), [])
  useWhileLookedAt(AGAIN_MS, list.reload)

  const signedIn = session.state === 'in'
  useEffect(() => {
    if (!signedIn) close()
  }, [signedIn, close])

  const open = async (row: Request) => {
    setOpening(row.id)
    const reply = await api.unsealings.open({ unsealingId: row.id }).finally(() => setOpening(null))
    if (reply.ok) setOpened({ identity: reply.data, until: Date.now() + OPEN_MS })
    else message.warning(refusalText(reply))
    list.reload()
  }

  const approve = (row: Request) =>
    modal.confirm({
      title: `同意${row.byName}查看这个身份吗`,
      content: (
        <Repeated row={row}>
          同意前请先和申请的同事核实。同意后对方可以在有效时间内查看，您的名字会留在审计记录里。
        </Repeated>
      ),
      okText: '核实过了，同意',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.unsealings.approve({ unsealingId: row.id })
        if (reply.ok) message.success(`已同意${row.byName}的申请`)
        else message.warning(refusalText(reply))
        list.reload()
      },
    })

  const decline = (row: Request) =>
    modal.confirm({
      title: row.own ? '撤回您的申请吗' : `${endWords(row)}吗`,
      content: <Repeated row={row}>这项申请会马上结束，谁也不能再用它查看；要看需要重新申请。</Repeated>,
      okText: endWords(row),
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.unsealings.decline({ unsealingId: row.id })
        if (reply.ok) message.success('这项申请已经结束')
        else message.warning(refusalText(reply))
        list.reload()
      },
    })

  return (
    <>
      <Heading title="身份查看" hint="确有必要时，看一个代号背后是谁、在哪个单位。">
        <Button type="primary" onClick={() => setRequesting(true)}>
          申请查看
        </Button>
      </Heading>
      <ul className="panel unsealing-rules">
        <li>只在三种情况下用：有人有生命危险、本人要求、法律规定必须提供。</li>
        <li>您申请后，要有另一位督导同意才能看，自己不能同意自己的申请。</li>
        <li>每看一次，本人都会在「谁看过我」里看到时间、角色和原因。</li>
      </ul>
      <RefusalNote refusal={list.refusal} onRetry={list.reload} />
      {list.loading && <Waiting rows={4} />}
      {list.data && (
        <RequestsTable rows={list.data.rows} opening={opening} onOpen={open} onApprove={approve} onDecline={decline} />
      )}
      {requesting && (
        <RequestDialog
          onClose={() => setRequesting(false)}
          onRequested={() => {
            setRequesting(false)
            message.success('申请已提交，请直接联系另一位督导来看')
            list.reload()
          }}
        />
      )}
      {opened && <IdentityDialog identity={opened.identity} until={opened.until} onClose={close} />}
    </>
  )
}
