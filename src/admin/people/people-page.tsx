import { PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { StaffRow } from '../../contract/staff'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { ChangeDialog } from './change-dialog'
import { InviteDialog } from './invite-dialog'
import { LeaveDialog } from './leave-dialog'
import { LinkDialog, type OneTimeLink } from './link-dialog'
import { PeopleTable } from './people-table'
import { SessionsDrawer } from './sessions-drawer'

type Doing = { what: 'invite' } | { what: 'change' | 'sessions' | 'leave'; row: StaffRow }

const whatResets = ({ joined, secondFactor }: StaffRow) => {
  if (!joined) return '以前的链接会马上失效，本人用新的链接设密码。'
  const factor = secondFactor === 'set' ? '、手机验证器' : ''
  return `现在的密码${factor}和所有登录会马上失效，本人用新的链接重新设置。忘了密码、丢了手机时用。`
}

const waits = (name: string) => `${name}的这项要等另一位管理员确认，确认之前不算数`

export const PeoplePage = () => {
  const { message, modal } = App.useApp()
  const table = useTable<StaffRow>('staff', (after) => api.staff.list(after ? { after } : {}))
  const [doing, setDoing] = useState<Doing | null>(null)
  const [link, setLink] = useState<OneTimeLink | null>(null)
  const close = () => setDoing(null)

  const relink = (row: StaffRow) =>
    modal.confirm({
      title: `给${row.name}一个新的链接吗`,
      content: whatResets(row),
      okText: '生成新的链接',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.staff.relink({ staffId: row.id })
        if (reply.ok && reply.data.waiting) message.info(waits(row.name))
        else if (reply.ok) setLink({ name: row.name, code: reply.data.code, expiresAt: reply.data.expiresAt })
        else message.warning(refusalText(reply))
        table.reload()
      },
    })

  return (
    <>
      <Heading title="人员" hint="谁可以进入工作台，在哪个组织做什么。您看到的是您管理范围内的同事。">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDoing({ what: 'invite' })}>
          邀请同事
        </Button>
      </Heading>
      <PeopleTable
        table={table}
        onChange={(row) => setDoing({ what: 'change', row })}
        onRelink={relink}
        onSessions={(row) => setDoing({ what: 'sessions', row })}
        onLeave={(row) => setDoing({ what: 'leave', row })}
        onLink={setLink}
        onAnswered={table.reload}
      />
      {doing?.what === 'invite' && (
        <InviteDialog
          onClose={close}
          onInvited={(name, invited) => {
            close()
            if (invited) setLink(invited)
            else message.info(waits(name))
            table.reload()
          }}
        />
      )}
      {doing?.what === 'change' && (
        <ChangeDialog
          row={doing.row}
          onClose={close}
          onChanged={(waiting) => {
            if (waiting) message.info(waits(doing.row.name))
            else message.success(doing.row.active ? `已修改 ${doing.row.name}` : `${doing.row.name} 已恢复在岗`)
            close()
            table.reload()
          }}
        />
      )}
      {doing?.what === 'sessions' && <SessionsDrawer row={doing.row} onClose={close} onChanged={table.reload} />}
      {doing?.what === 'leave' && <LeaveDialog row={doing.row} onClose={close} onLeft={table.reload} />}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </>
  )
}
