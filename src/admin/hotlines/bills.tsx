import { Alert, Button, Form, Progress, Select, Table } from 'antd'
import { useRef, useState } from 'react'
import type { BillRow, DeskLine } from '../../contract/hotlines'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import type { Refused } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useTable } from '../cloud/use-table'
import { csvText, download } from '../shell/csv'
import { shownInstant } from '../shell/time'
import { type BillFault, billFaults, piecesOf, type ReadBill, readBill, rowProblems } from './read-bill'
import { type Choice, unionLine } from './union-line'

type Stage =
  | { at: 'choosing'; fault: BillFault | null }
  | { at: 'ready' | 'sending' | 'ended' | 'before'; fileName: string; read: ReadBill; counted: number }

const monthsOf = ({ calls }: ReadBill) => [...new Set(calls.map(({ hour }) => hour.slice(0, 7)))].sort().join('、')

/** The phone company's bill for one line: read here, and only hours and lengths are sent. */
export const Bills = ({ lines }: { lines: readonly DeskLine[] }) => {
  const choices: readonly Choice[] = [...unionLine, ...lines.filter(({ sample }) => !sample)]
  const [lineId, setLineId] = useState(choices[0]?.id)
  const [stage, setStage] = useState<Stage>({ at: 'choosing', fault: null })
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const table = useTable<BillRow>('bills', (after) => api.hotlines.bills(after ? { after } : {}))
  const line = choices.find(({ id }) => id === lineId)

  const choose = async (file: File) => {
    if (!line) return
    setRefusal(null)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = readBill(bytes, { lineId: line.id, numbers: line.numbers, now: new Date() })
    if (typeof read === 'string') setStage({ at: 'choosing', fault: read })
    else setStage({ at: 'ready', fileName: file.name.slice(0, 80), read, counted: 0 })
  }

  const send = async ({ fileName, read }: { fileName: string; read: ReadBill }) => {
    if (!line) return
    setRefusal(null)
    setStage({ at: 'sending', fileName, read, counted: 0 })
    const begun = await api.hotlines.beginBill({
      ...{ billId: read.billId, lineId: line.id, fileName, calls: read.calls.length },
    })
    const stop = (refused: Refused) => {
      setRefusal(refused)
      setStage({ at: 'ready', fileName, read, counted: 0 })
    }
    if (!begun.ok) return stop(begun)
    if (begun.data.endedAt) return setStage({ at: 'before', fileName, read, counted: begun.data.counted })
    for (const [number, piece] of piecesOf(read.calls).entries()) {
      if (number < begun.data.nextPiece) continue
      const reply = await api.hotlines.billPiece({ billId: read.billId, number, ...piece })
      if (!reply.ok) return stop(reply)
      setStage({ at: 'sending', fileName, read, counted: reply.data.counted })
    }
    setStage({ at: 'ended', fileName, read, counted: read.calls.length })
    table.reload()
  }

  const report = ({ problems }: ReadBill) =>
    csvText(
      ['文件里的行号', '为什么没有算'],
      problems.map(({ line, problem }) => [line, rowProblems[problem]]),
    )

  return (
    <div className="stack">
      <section className="panel stack stack-tight" aria-label="导入话单">
        <h2>导入话单</h2>
        <p className="soft">
          运营商给的话单另存为
          CSV，要有「开始时间」「通话时长」两列。文件在这台电脑上读，只把每一通的钟点和时长送出去；主叫号码不送出、不保存。
        </p>
        <Form layout="inline" component="div">
          <Form.Item label="哪条热线" htmlFor="bill-line">
            <Select
              id="bill-line"
              style={{ width: 260 }}
              {...(lineId && { value: lineId })}
              disabled={stage.at === 'sending'}
              onChange={(id) => {
                setLineId(id)
                setStage({ at: 'choosing', fault: null })
              }}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Button type="primary" disabled={!line || stage.at === 'sending'} onClick={() => input.current?.click()}>
            选择 CSV 文件
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            style={{ display: 'none' }}
            aria-label="话单文件"
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) void choose(file)
            }}
          />
        </Form>
        {stage.at === 'choosing' && stage.fault && (
          <Alert type="warning" showIcon role="alert" title={billFaults[stage.fault]} />
        )}
        {stage.at !== 'choosing' && (
          <>
            <p role="status">
              {stage.fileName}：共 {stage.read.rows} 行，能算的 {stage.read.calls.length} 通
              {stage.read.calls.length > 0 && `（${monthsOf(stage.read)}）`}，没有算的 {stage.read.problems.length} 行。
            </p>
            {stage.at === 'ready' && (
              <Button type="primary" disabled={stage.read.calls.length === 0} onClick={() => send(stage)}>
                开始导入
              </Button>
            )}
            {stage.at === 'sending' && (
              <Progress
                aria-label="话单已导入"
                percent={Math.floor((stage.counted / stage.read.calls.length) * 100)}
                status="active"
              />
            )}
            {stage.at === 'ended' && (
              <Alert type="success" showIcon role="alert" title={`导入完成，算进 ${stage.counted} 通。`} />
            )}
            {stage.at === 'before' && (
              <Alert type="info" showIcon role="alert" title="这份文件之前已经导入过，没有再算一遍。" />
            )}
            {stage.read.problems.length > 0 && (
              <>
                <Table
                  rowKey="line"
                  size="small"
                  pagination={{ pageSize: 10, hideOnSinglePage: true }}
                  dataSource={stage.read.problems}
                  columns={[
                    { title: '文件里的行号', dataIndex: 'line', width: 120, className: 'figure' },
                    { title: '为什么没有算', key: 'why', render: (_, { problem }) => rowProblems[problem] },
                  ]}
                />
                <div className="row">
                  <Button onClick={() => download('话单-没有算的行', report(stage.read))}>下载这些行号</Button>
                </div>
              </>
            )}
          </>
        )}
        <RefusalNote refusal={refusal} />
      </section>
      <section className="panel stack stack-tight" aria-label="导入过的话单">
        <h2>导入过的话单</h2>
        <PagedTable<BillRow>
          table={table}
          rowKey="id"
          size="small"
          empty="还没有导入过话单"
          columns={[
            { title: '热线', dataIndex: 'lineName' },
            { title: '文件', dataIndex: 'fileName' },
            { title: '算进（通）', dataIndex: 'counted', width: 110, align: 'right', className: 'figure' },
            { title: '谁导入的', dataIndex: 'byName', width: 120 },
            { title: '开始', dataIndex: 'startedAt', width: 160, className: 'figure', render: shownInstant },
            {
              title: '状态',
              key: 'state',
              width: 220,
              render: (_, { endedAt }) => (endedAt ? '完成' : '没有完，再选同一份文件会接着导入'),
            },
          ]}
        />
      </section>
    </div>
  )
}
