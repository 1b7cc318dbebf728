import { Button } from 'antd'
import type { FigureRow } from '../../contract/figures'
import { kindNames } from '../../domain/pieces/words'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useAllRows } from '../cloud/use-all-rows'
import { useTable } from '../cloud/use-table'
import { csvText, download } from '../shell/csv'
import { figureHeads, figuresOf, figureWords, shownFigure } from './counted'

type Props = { month: string; period: string; onChoose: (pieceId: string) => void }

export const PiecesTable = ({ month, period, onChoose }: Props) => {
  const load = (after: string | undefined) => api.figures.pieces({ month, ...(after ? { after } : {}) })
  const table = useTable<FigureRow>(`figures ${month}`, load)
  const { fetched, all } = useAllRows(load)

  const exportAll = async () => {
    const lines = (await all())?.map((row) => [month, row.title, kindNames[row.kind], ...figuresOf(row)])
    if (lines) download(`心驿-各篇数据-${month}`, csvText(['月份', '标题', '形式', ...figureHeads], lines))
  }

  return (
    <section className="panel stack stack-tight" aria-label="每一篇">
      <div className="row">
        <h2>每一篇</h2>
        <span className="soft">{period}，用得多的在前；点标题看这一篇每天的数字。</span>
        <Button className="push" onClick={exportAll} disabled={fetched !== null || table.rows.length === 0}>
          {fetched === null ? '导出各篇数据' : `正在取第 ${fetched + 1} 篇起的数据`}
        </Button>
      </div>
      <PagedTable<FigureRow>
        table={table}
        waitingRows={5}
        rowKey="pieceId"
        size="small"
        className="figure"
        empty="这个月还没有人读或播放。内容发布后，读者的使用次数会在这里出现；也可以换一个月份看。"
        columns={[
          {
            title: '标题',
            dataIndex: 'title',
            render: (title: string, row) => (
              <Button type="link" className="piece-choose" onClick={() => onChoose(row.pieceId)}>
                {title}
              </Button>
            ),
          },
          { title: '形式', dataIndex: 'kind', width: 64, render: (kind: FigureRow['kind']) => kindNames[kind] },
          ...figureWords.map(({ counter, name, unit }) => ({
            title: (
              <>
                {name}
                <br />
                <span className="soft">{unit}</span>
              </>
            ),
            key: counter,
            width: 84,
            align: 'right' as const,
            render: (_: unknown, row: FigureRow) => shownFigure(counter, row),
          })),
        ]}
      />
    </section>
  )
}
