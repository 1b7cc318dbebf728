import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BranchRow } from '../../contract/branches'
import type { BranchKind } from '../../domain/branches/words'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { BranchesTable } from './branches-table'
import { CodesDrawer } from './codes-drawer'
import { CreateDialog } from './create-dialog'
import { RenameDialog } from './rename-dialog'
import { type Place, useScopes } from './scopes'
import { useWalk } from './use-walk'
import { Way } from './way'
import './branches.css'

type Doing = { what: 'rename' | 'codes'; row: BranchRow } | { what: 'create'; above: Place & { kind?: BranchKind } }

/** The outermost branches as rows; one that only lies below another of the caller's roles is read there. */
const useRoots = (scopes: readonly Place[]) => {
  const mine = useRead('my-branches', () => api.branches.mine({}))
  const rows = (mine.data?.rows ?? []).filter(({ id }) => scopes.some((scope) => scope.id === id))
  return { ...mine, rows }
}

export const BranchesPage = () => {
  const { message, modal } = App.useApp()
  const scopes = useScopes('branches.create')
  const roots = useRoots(scopes)
  const walk = useWalk(scopes)
  const { here, below } = walk
  /** What is known about the branches on the way, for what only their row tells. */
  const [passed, setPassed] = useState<Record<string, BranchRow>>({})
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)

  const known = here && (passed[here.id] ?? roots.rows.find(({ id }) => id === here.id))
  const _rows = here ? below.rows : roots.rows
  const reading = here ? below : { ...roots, next: null, more: roots.reload, moreBusy: false }
  const reload = () => {
    reading.reload()
    roots.reload()
  }

  const enter = (row: BranchRow) => {
    setPassed((before) => ({ ...before, [row.id]: row }))
    walk.enter(row)
  }

  const closing = (row: BranchRow) =>
    modal.confirm({
      title: row.closed ? `恢复「${row.name}」吗` : `停用「${row.name}」吗`,
      content: row.closed
        ? '恢复后职工可以重新核对到这里，邀请码需要重新生成。'
        : '停用后没有人能再核对到这里，它的邀请码马上失效；已经核对过的职工不受影响。',
      okText: row.closed ? '恢复' : '停用',
      cancelText: '先不',
      onOk: async () => {
        const branch = { branchId: row.id }
        const reply = row.closed ? await api.branches.reopen(branch) : await api.branches.close(branch)
        if (reply.ok) message.success(row.closed ? `已恢复「${row.name}」` : `已停用「${row.name}」`)
        else message.warning(refusalText(reply))
        reload()
      },
    })

  return (
    <>
      <Heading title="组织" hint="市、区、单位、驿站一级一级往下。职工凭邀请码或名单核对到其中一个。">
        <Link to="/branches/import">
          <Button>导入名单</Button>
        </Link>
        {here && known?.kind !== 'station' && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setDoing({ what: 'create', above: { ...here, kind: known?.kind } })}
          >
            新建下级
          </Button>
        )}
      </Heading>
      <div className="row row-wrap">
        <Way way={walk.way} several={scopes.length > 1} onBack={walk.backTo} />
        {known && (
          <Button size="small" onClick={() => setDoing({ what: 'codes', row: known })}>
            「{known.name}」的邀请码
          </Button>
        )}
        {here && (
          <Input.Search
            key={here.id}
            className="push branch-search"
            allowClear
            aria-label="按名称开头找下级"
            placeholder="按名称开头找"
            maxLength={40}
            onSearch={(typed) => walk.search(typed.trim())}
          />
        )}
      </div>
      <BranchesTable
        table={reading}
        empty={
          walk.startsWith
            ? '没有以这几个字开头的组织，可以换几个字，或回到上一级看看。'
            : '它下面还没有组织。点右上角「新建下级」。'
        }
        onEnter={enter}
        onRename={(row) => setDoing({ what: 'rename', row })}
        onCodes={(row) => setDoing({ what: 'codes', row })}
        onClosing={closing}
      />
      {doing?.what === 'create' && (
        <CreateDialog
          above={doing.above}
          onClose={close}
          onCreated={(row) => {
            message.success(`「${row.name}」已建好`)
            close()
            reload()
          }}
        />
      )}
      {doing?.what === 'rename' && (
        <RenameDialog
          branch={doing.row}
          onClose={close}
          onRenamed={(row) => {
            message.success(`「${row.name}」已保存`)
            close()
            reload()
          }}
        />
      )}
      {doing?.what === 'codes' && <CodesDrawer branch={doing.row} closed={doing.row.closed} onClose={close} />}
    </>
  )
}
