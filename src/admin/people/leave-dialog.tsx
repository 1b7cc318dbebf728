import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ShownGrant } from '../../contract/sessions'
import type { StaffRow } from '../../contract/staff'
import { roleNames } from '../../domain/staff/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { useSession } from '../session/store'
import { allColleagues } from './colleagues'
import { GrantLines } from './grant-lines'

type SuccessorProps = { row: StaffRow; value: string | undefined; onChange: (staffId: string) => void }

const Successor = ({ row, value, onChange }: SuccessorProps) => {
  const colleagues = useRead(`successors of ${row.id}`, allColleagues)
  const session = useSession()
  const me = 'me' in session ? session.me?.staffId : undefined
  const fit = (colleagues.data ?? []).filter(({ id, active, joined }) => id !== row.id && id !== me && active && joined)
  return (
    <Form layout="vertical" component="div">
      <RefusalNote refusal={colleagues.refusal} onRetry={colleagues.reload} />
      <Form.Item label="由谁接手" htmlFor="successor" extra="在岗、设过密码、在您管理范围内的另一位同事">
        <Select
          id="successor"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择一位同事"
          loading={colleagues.loading}
          value={value}
          onChange={onChange}
          notFoundContent="还没有可以接手的同事，请先邀请一位"
          options={fit.map(({ id, name, login, grants }) => ({
            value: id,
            label: `${name}（${login}）${grants.map(({ role }) => roleNames[role]).join('、')}`,
          }))}
        />
      </Form.Item>
    </Form>
  )
}

type Props = { row: StaffRow; onLeft: () => void; onClose: () => void }

/** Ends a colleague's work here; what only they did goes to somebody, and is said. */
export const LeaveDialog = ({ row, onLeft, onClose }: Props) => {
  const leave = useAction(api.staff.leave)
  const [asksSuccessor, setAsksSuccessor] = useState(false)
  const [successorId, setSuccessorId] = useState<string>()
  const [left, setLeft] = useState<{ handedOver: ShownGrant[]; waiting: ShownGrant[] } | null>(null)

  const submit = async () => {
    const reply = await leave.run({ staffId: row.id, ...(successorId ? { successorId } : {}) })
    if (reply.ok) {
      setLeft(reply.data)
      onLeft()
    } else if (reply.code === 'SUCCESSOR_NEEDED') setAsksSuccessor(true)
  }

  if (left)
    return (
      <Modal open title={`${row.name}已经离岗`} onCancel={onClose} footer={<Button onClick={onClose}>知道了</Button>}>
        <div className="stack stack-tight">
          <p>账号已经停用，所有登录都结束了。写过的内容和做过的记录都保留。</p>
          {left.handedOver.length > 0 && (
            <>
              <p>交给接手同事的工作：</p>
              <GrantLines grants={left.handedOver} />
            </>
          )}
          {left.waiting.length > 0 && (
            <>
              <p>等另一位管理员确认后才交给接手同事的工作：</p>
              <GrantLines grants={left.waiting} />
            </>
          )}
        </div>
      </Modal>
    )
  return (
    <Modal
      open
      title={`办理${row.name}离岗`}
      onCancel={onClose}
      footer={
        <div className="row">
          <Button className="push" onClick={onClose}>
            先不
          </Button>
          <Button type="primary" loading={leave.busy} disabled={asksSuccessor && !successorId} onClick={submit}>
            {asksSuccessor ? '交接并离岗' : '离岗'}
          </Button>
        </div>
      }
    >
      <div className="stack stack-tight">
        <p>
          离岗后账号马上停用，所有登录都结束，没用过的一次性链接也失效。写过的内容和做过的记录都保留，以后可以请回来。
        </p>
        {asksSuccessor && <Successor row={row} value={successorId} onChange={setSuccessorId} />}
        <RefusalNote refusal={leave.refusal} />
      </div>
    </Modal>
  )
}
