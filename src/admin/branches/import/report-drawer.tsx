import { Button, Drawer } from 'antd'
import type { Output } from '../../../contract'
import type { Progress } from '../../../contract/imports'
import { lineProblemNames } from '../../../domain/membership/words'
import { api } from '../../cloud/api'
import { PagedTable } from '../../cloud/paged-table'
import { useAllRows } from '../../cloud/use-all-rows'
import { useTable } from '../../cloud/use-table'
import { csvText, download } from '../../shell/csv'
import { shownInstant } from '../../shell/time'
import { Counts } from './counts'

type Row = Output<'imports', 'problems'>['rows'][number]

/** What became of one import, and each line that was not taken in. */
export const ReportDrawer = ({ progress, onClose }: { progress: Progress; onClose: () => void }) => {
  const load = (after: string | undefined) =>
    api.imports.problems({ importId: progress.id, ...(after ? { after } : {}) })
  const table = useTable<Row, 'IMPORT_NOT_FOUND'>(`problems of ${progress.id}`, load)
  const { fetched, all } = useAllRows(load)

  const takeAway = async () => {
    const lines = (await all())?.map(({ line, problem }) => [line, lineProblemNames[problem]])
    const name = `没有处理成的行-${progress.fileName.replace(/\.[^.]*$/, '')}`
    if (lines) download(name, csvText(['行号（表头不算）', '原因'], lines))
  }

  return (
    <Drawer open size={680} title={progress.fileName} closable={{ 'aria-label': '关闭' }} onClose={onClose}>
      <div className="stack">
        <p className="soft">
          {progress.mode === 'add' ? '加入' : '移出'} · {progress.branchName} · {progress.byName} ·{' '}
          {shownInstant(progress.startedAt)} 开始
          {progress.endedAt ? `，${shownInstant(progress.endedAt)} 完成` : '，还没有传完'}
        </p>
        <Counts progress={progress} />
        <div className="row">
          <h2>没有处理成的行</h2>
          <Button className="push" disabled={fetched !== null || table.rows.length === 0} onClick={takeAway}>
            {fetched === null ? '下载为表格' : `正在取第 ${fetched + 1} 行起`}
          </Button>
        </div>
        <PagedTable<Row>
          table={table}
          waitingRows={5}
          rowKey="line"
          size="small"
          pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
          empty="每一行都处理好了。"
          columns={[
            { title: '行号（表头不算）', dataIndex: 'line', width: 150, align: 'right', className: 'figure' },
            {
              title: '原因',
              dataIndex: 'problem',
              render: (problem: Row['problem']) => lineProblemNames[problem],
            },
          ]}
        />
      </div>
    </Drawer>
  )
}
