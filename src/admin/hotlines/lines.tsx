import { App, Button } from 'antd'
import { useState } from 'react'
import type { DeskInstitution, DeskLine } from '../../contract/hotlines'
import { hoursWords } from '../../domain/hotlines/hours-words'
import { everywhere } from '../../domain/hotlines/number'
import { costNames } from '../../domain/hotlines/words'
import { api } from '../cloud/api'
import { type Refused, refusalText } from '../cloud/refusal'
import { csvText, download } from '../shell/csv'
import { InstitutionDialog } from './institution-dialog'
import { LineDrawer } from './line-drawer'
import { LinesTable } from './lines-table'

type Props = { institutions: readonly DeskInstitution[]; lines: readonly DeskLine[]; reload: () => void }
type Editing =
  | { what: 'line'; line: DeskLine | null }
  | { what: 'institution'; institution: DeskInstitution | null }
  | null

const columns = ['机构', '热线', '号码', '接听时间', '谁来接', '费用', '匿名', '示例', '显示']

export const Lines = ({ institutions, lines, reload }: Props) => {
  const { message, modal } = App.useApp()
  const [editing, edit] = useState<Editing>(null)
  const [busy, setBusy] = useState(false)
  const nameOf = (id: string) => institutions.find((one) => one.id === id)?.name ?? ''

  const act = async (call: Promise<{ ok: true } | Refused>) => {
    setBusy(true)
    const reply = await call
    setBusy(false)
    if (!reply.ok) message.warning(refusalText(reply))
    reload()
  }
  const ask = (title: string, content: string, call: () => Promise<{ ok: true } | Refused>) =>
    modal.confirm({ title, content, okText: '删除', cancelText: '先不', onOk: () => act(call()) })
  const saved = () => {
    message.success('已保存，手机上下次打开就是新的')
    edit(null)
    reload()
  }
  const take = () =>
    download(
      '心驿-热线',
      csvText(
        columns,
        lines.map((line) => [
          ...[nameOf(line.institutionId), line.name, line.numbers.join('、'), hoursWords(line.hours), line.answeredBy],
          ...[
            costNames[line.cost],
            line.anonymous ? '可以' : '不',
            line.sample ? '示例' : '',
            line.hidden ? '否' : '是',
          ],
        ]),
      ),
    )

  return (
    <div className="stack">
      <div className="row">
        <span className="soft">
          {everywhere.map(({ number }) => number).join('、')} 和工会自己的热线一直在最上面，不在这里改。
        </span>
        <span className="row push">
          <Button onClick={take}>导出 CSV</Button>
          <Button onClick={() => edit({ what: 'institution', institution: null })}>新的机构</Button>
          <Button
            type="primary"
            disabled={institutions.length === 0}
            onClick={() => edit({ what: 'line', line: null })}
          >
            新的热线
          </Button>
        </span>
      </div>
      <LinesTable
        institutions={institutions}
        lines={lines}
        busy={busy}
        onEdit={(line) => edit({ what: 'line', line })}
        onEditInstitution={(institution) => edit({ what: 'institution', institution })}
        onMove={(id, up) => act(api.hotlines.move({ id, up }))}
        onRemove={({ id, name }) =>
          ask(`删除「${name}」吗`, '手机上不再显示；以前各月的次数还在。', () =>
            api.hotlines.removeLine({ lineId: id }),
          )
        }
        onRemoveInstitution={({ id, name }) =>
          ask(`删除「${name}」吗`, '它下面没有热线了。', () => api.hotlines.removeInstitution({ institutionId: id }))
        }
      />
      {editing?.what === 'line' && (
        <LineDrawer line={editing.line} institutions={institutions} onSaved={saved} onClose={() => edit(null)} />
      )}
      {editing?.what === 'institution' && (
        <InstitutionDialog institution={editing.institution} onSaved={saved} onClose={() => edit(null)} />
      )}
    </div>
  )
}
