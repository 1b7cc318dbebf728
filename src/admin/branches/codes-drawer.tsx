import { App, Button, Drawer, Empty, Radio, Table } from 'antd'
import { useState } from 'react'
import type { Output } from '../../contract'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { copyText } from '../shell/copy'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import type { Place } from './scopes'

type Row = Output<'branches', 'codes'>['rows'][number]
type Made = Output<'branches', 'newCode'>
const terms = [7, 30, 90] as const

const NewCode = ({ branch, made, onDone }: { branch: Place; made: Made; onDone: () => void }) => {
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(made.code)) message.success('已复制')
    else message.warning('浏览器不允许复制，请选中后手动复制')
  }
  return (
    <section className="stack" aria-label="新的邀请码">
      <p>
        职工在小程序「我的」里填这个邀请码，就核对到「{branch.name}」。{shownInstant(made.expiresAt)} 前有效。
      </p>
      <output className="join-code">{made.code}</output>
      <div className="row">
        <Button type="primary" onClick={copy}>
          复制邀请码
        </Button>
        <Button onClick={onDone}>我已经记下了</Button>
      </div>
      <p className="soft">只显示这一次。丢了也没关系，可以再生成一个，把旧的作废。</p>
    </section>
  )
}

type Props = { branch: Place; closed: boolean; onClose: () => void }

/** The invitation codes of one branch. */
export const CodesDrawer = ({ branch, closed, onClose }: Props) => {
  const { message, modal } = App.useApp()
  const codes = useRead(`codes of ${branch.id}`, () => api.branches.codes({ branchId: branch.id }))
  const make = useAction(api.branches.newCode)
  const [days, setDays] = useState<(typeof terms)[number]>(30)
  const [made, setMade] = useState<Made | null>(null)

  const submit = async () => {
    const reply = await make.run({ branchId: branch.id, days })
    if (!reply.ok) return
    setMade(reply.data)
    codes.reload()
  }

  const endCode = (row: Row) =>
    modal.confirm({
      title: '作废这个邀请码吗',
      content: '之后没有人能再用它核对单位，已经核对过的职工不受影响。',
      okText: '作废',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.branches.endCode({ branchId: branch.id, codeId: row.id })
        if (!reply.ok) message.warning(refusalText(reply))
        if (made?.id === row.id) setMade(null)
        codes.reload()
      },
    })

  return (
    <Drawer
      open
      size={600}
      title={`「${branch.name}」的邀请码`}
      closable={{ 'aria-label': '关闭' }}
      mask={{ closable: !made }}
      onClose={onClose}
    >
      <div className="stack">
        {made && <NewCode branch={branch} made={made} onDone={() => setMade(null)} />}
        {!made && !closed && (
          <div className="row row-wrap">
            <Radio.Group
              aria-label="有效多久"
              value={days}
              onChange={(event) => setDays(event.target.value)}
              options={terms.map((term) => ({ value: term, label: `${term} 天` }))}
            />
            <Button type="primary" loading={make.busy} onClick={submit}>
              生成邀请码
            </Button>
          </div>
        )}
        {closed && <p className="soft">这个组织已经停用，恢复后才能生成邀请码。</p>}
        <RefusalNote refusal={make.refusal} />
        <RefusalNote refusal={codes.refusal} onRetry={codes.reload} />
        {codes.loading && <Waiting rows={3} />}
        {codes.data && (
          <Table<Row>
            rowKey="id"
            size="small"
            dataSource={codes.data.rows}
            pagination={false}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有有效的邀请码。" />,
            }}
            columns={[
              { title: '生成时间', dataIndex: 'madeAt', className: 'figure', render: shownInstant },
              { title: '有效到', dataIndex: 'expiresAt', className: 'figure', render: shownInstant },
              {
                title: '用它核对的人数',
                dataIndex: 'joined',
                align: 'right',
                className: 'figure',
                render: (count: number | null) => (count === null ? '不到 10 人' : `${count} 人`),
              },
              {
                title: '操作',
                key: 'act',
                width: 80,
                render: (_, row) => (
                  <Button size="small" onClick={() => endCode(row)}>
                    作废
                  </Button>
                ),
              },
            ]}
          />
        )}
      </div>
    </Drawer>
  )
}
