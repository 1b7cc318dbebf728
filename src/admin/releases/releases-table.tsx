import { Button, Table, Tag } from 'antd'
import type { Output } from '../../contract'
import { instrumentAt } from '../../domain/instruments/all'
import { shownInstant } from '../shell/time'
import { confidenceWords, licenceWords } from './release-words'

export type ReleaseRow = Output<'releases', 'list'>['rows'][number]

export const titleOf = ({ instrumentId, version }: ReleaseRow) =>
  instrumentAt(instrumentId, version)?.title ?? instrumentId

const Standing = ({ offered, by }: ReleaseRow) => {
  if (offered) return <Tag className="standing-on">开放中</Tag>
  return by.length > 0 ? (
    <Tag className="standing-wait">还要另一位同意</Tag>
  ) : (
    <Tag className="standing-off">没有开放</Tag>
  )
}

type Props = { rows: ReleaseRow[]; onRead: (row: ReleaseRow) => void; onWithdraw: (row: ReleaseRow) => void }

export const ReleasesTable = ({ rows, onRead, onWithdraw }: Props) => (
  <Table<ReleaseRow>
    rowKey="instrumentId"
    size="middle"
    dataSource={rows}
    pagination={false}
    columns={[
      {
        title: '测评',
        key: 'title',
        render: (_, row) => (
          <>
            {titleOf(row)}
            <br />
            <span className="soft">{instrumentAt(row.instrumentId, row.version)?.name}</span>
          </>
        ),
      },
      { title: '版本', dataIndex: 'version', width: 70, render: (version: number) => `第 ${version} 版` },
      {
        title: '授权和文本',
        key: 'licence',
        width: 190,
        render: (_, row) => {
          const instrument = instrumentAt(row.instrumentId, row.version)
          return (
            instrument && (
              <>
                {licenceWords(instrument)}
                <br />
                <span className="soft">
                  文本把握{confidenceWords(instrument).split('：')[0]}
                  {instrument.cautions.length > 0 && `，注意 ${instrument.cautions.length} 条`}
                </span>
              </>
            )
          )
        },
      },
      {
        title: '谁同意过',
        dataIndex: 'by',
        width: 210,
        render: (by: ReleaseRow['by']) =>
          by.length === 0 ? (
            <span className="soft">还没有人</span>
          ) : (
            by.map(({ name, at, own }) => (
              <div key={at + name}>
                {own ? `${name}（您）` : name} <span className="soft figure">{shownInstant(at)}</span>
              </div>
            ))
          ),
      },
      { title: '状态', key: 'standing', width: 130, render: (_, row) => <Standing {...row} /> },
      {
        title: '操作',
        key: 'act',
        width: 150,
        render: (_, row) => (
          <span className="row release-acts">
            <Button size="small" aria-label={`阅读「${titleOf(row)}」`} onClick={() => onRead(row)}>
              阅读
            </Button>
            {row.by.length > 0 && (
              <Button size="small" aria-label={`撤回「${titleOf(row)}」`} onClick={() => onWithdraw(row)}>
                撤回
              </Button>
            )}
          </span>
        ),
      },
    ]}
  />
)
