import { App, Button } from 'antd'
import type { StaffRow } from '../../contract/staff'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { shownInstant } from '../shell/time'
import { GrantLines } from './grant-lines'
import type { OneTimeLink } from './link-dialog'

type Waiting = NonNullable<StaffRow['waiting']>

const asks = ({ what, byName }: Waiting) =>
  ({
    invited: `${byName}邀请这位同事担任：`,
    changed: `${byName}想改成：`,
    relinked: `${byName}想给一个新的链接。角色不变：`,
  })[what]

/** What agreeing does, in the words of whoever agrees. */
const whatFollows: Record<Waiting['what'], string> = {
  invited: '同意后，会为您显示一个一次性链接，请您当面或单独交给本人。申请的同事看不到它。',
  changed: '同意后马上生效。账号如果只经过一位管理员的手，会重新设密码：链接显示给您，请您单独交给本人。',
  relinked: '同意后，现在的密码、手机验证器和所有登录马上失效。新的链接显示给您，请您单独交给本人。',
}

type Props = { row: StaffRow; onLink: (link: OneTimeLink) => void; onAnswered: () => void }

/** What waits for a second manager, and the answers this manager can give. */
export const WaitingNote = ({ row, onLink, onAnswered }: Props) => {
  const { message, modal } = App.useApp()
  const { waiting } = row
  if (!waiting) return null

  const approve = () =>
    modal.confirm({
      title: `同意${row.name}的这项申请吗`,
      content: `请先向本人核实。${whatFollows[waiting.what]}`,
      okText: '核实过了，同意',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.staff.approve({ staffId: row.id })
        if (!reply.ok) message.warning(refusalText(reply))
        else if (reply.data.link) onLink({ name: row.name, ...reply.data.link })
        else message.success(`已同意，${row.name}的角色生效了`)
        onAnswered()
      },
    })

  const decline = async () => {
    const reply = await api.staff.decline({ staffId: row.id })
    if (reply.ok) message.success(waiting.mine ? '已收回' : '已回复不同意，并记录下来')
    else message.warning(refusalText(reply))
    onAnswered()
  }

  return (
    <div className="waiting-note">
      <p>
        <strong>等另一位管理员确认</strong>
        <br />
        {asks(waiting)}
      </p>
      <GrantLines grants={waiting.grants} />
      <p className="soft">{shownInstant(waiting.expiresAt)} 前有效，确认之前不算数。</p>
      <div className="row">
        {waiting.answerable && (
          <Button size="small" type="primary" aria-label={`同意${row.name}的申请`} onClick={approve}>
            同意
          </Button>
        )}
        <Button size="small" aria-label={`${waiting.mine ? '收回' : '不同意'}${row.name}的申请`} onClick={decline}>
          {waiting.mine ? '收回' : '不同意'}
        </Button>
      </div>
    </div>
  )
}
