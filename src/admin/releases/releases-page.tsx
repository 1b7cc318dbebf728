import { App } from 'antd'
import { useState } from 'react'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { ReadingDrawer } from './reading-drawer'
import { type ReleaseRow, ReleasesTable, titleOf } from './releases-table'
import './releases.css'

export const ReleasesPage = () => {
  const { message, modal } = App.useApp()
  const list = useRead('releases', () => api.releases.list({}))
  const [reading, setReading] = useState<ReleaseRow | null>(null)
  const close = () => setReading(null)

  const withdraw = (row: ReleaseRow) =>
    modal.confirm({
      title: `撤回「${titleOf(row)}」吗`,
      content: row.offered
        ? '撤回后职工马上不能再做这份测评，已有的结果不变。要再开放，需要两位同事重新读过并同意。'
        : '撤回后已有的同意作废，要两位同事重新读过并同意才会开放。',
      okText: '撤回',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.releases.withdraw({ instrumentId: row.instrumentId, version: row.version })
        if (reply.ok) message.success(`「${titleOf(row)}」已撤回`)
        else message.warning(refusalText(reply))
        list.reload()
      },
    })

  return (
    <>
      <Heading
        title="测评放行"
        hint="每一份测评要两位同事读过全文并同意，职工才能做。改一个字就是新的一版，要重新放行。"
      />
      <RefusalNote refusal={list.refusal} onRetry={list.reload} />
      {list.loading && <Waiting rows={8} />}
      {list.data && <ReleasesTable rows={list.data.rows} onRead={setReading} onWithdraw={withdraw} />}
      {reading && (
        <ReadingDrawer
          key={reading.instrumentId}
          row={reading}
          onClose={close}
          onReleased={(words) => {
            message.success(words)
            close()
            list.reload()
          }}
        />
      )}
    </>
  )
}
