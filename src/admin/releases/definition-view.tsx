import { Descriptions, Table, Tag } from 'antd'
import { newest } from '../../domain/instruments/all'
import type { Instrument, Item, Option, Scale } from '../../domain/instruments/instrument'
import { alertWords, bandRows, confidenceWords, licenceWords, methodWords } from './release-words'

const Options = ({ options }: { options: readonly Option[] }) => (
  <ol className="release-options">
    {options.map(({ label, score }) => (
      <li key={label}>
        {label} <span className="soft figure">{score} 分</span>
      </li>
    ))}
  </ol>
)

const ScaleView = ({ scale }: { scale: Scale }) => (
  <section className="stack stack-tight" aria-label={scale.title}>
    <h3>
      {scale.title}（第 {scale.items.join('、')} 题）
    </h3>
    <p className="soft">
      {methodWords(scale)}；分数高表示{scale.higher === 'harder' ? '更难受' : '更好'}
    </p>
    <Table
      rowKey="key"
      size="small"
      pagination={false}
      dataSource={bandRows(scale)}
      locale={{ emptyText: '没有分段' }}
      columns={[
        { title: '分数', dataIndex: 'reach', width: 150, className: 'figure' },
        { title: '对本人说', dataIndex: 'says' },
        { title: '出处', dataIndex: 'source', width: 220 },
      ]}
    />
  </section>
)

const facts = (instrument: Instrument) => [
  { key: 'name', label: '全名', children: `${instrument.name} · ${instrument.nameEn}` },
  { key: 'about', label: '对本人的一句话', children: instrument.about },
  { key: 'source', label: '来源', children: instrument.source },
  {
    key: 'licence',
    label: '授权',
    children: (
      <>
        {licenceWords(instrument)}
        <br />
        <span className="soft">{instrument.licence.words}</span>
      </>
    ),
  },
  ...(instrument.licence.owner ? [{ key: 'owner', label: '权利人', children: instrument.licence.owner }] : []),
  ...(instrument.licence.attribution
    ? [{ key: 'attribution', label: '页面上的署名', children: instrument.licence.attribution }]
    : []),
  { key: 'confidence', label: '中文文本把握', children: confidenceWords(instrument) },
  { key: 'instruction', label: '指导语', children: instrument.instruction },
  { key: 'recall', label: '问的是哪段时间', children: instrument.recall },
  {
    key: 'who',
    label: '谁可以做',
    children: `${instrument.minimumAge} 岁以上；再做至少隔 ${instrument.againAfterDays} 天${instrument.asksSex ? '；会问性别，可以不说' : ''}`,
  },
]

/** Every word and number that people will meet, in the order in which they meet it. */
export const DefinitionView = ({ instrument }: { instrument: Instrument }) => (
  <div className="stack">
    <Descriptions size="small" column={1} bordered styles={{ label: { width: 130 } }} items={facts(instrument)} />
    <section className="stack stack-tight" aria-label="题目和选项">
      <h2>题目和选项（{instrument.items.length} 题）</h2>
      <Table<Item>
        rowKey="n"
        size="small"
        pagination={false}
        dataSource={[...instrument.items]}
        columns={[
          { title: '题号', dataIndex: 'n', width: 60, className: 'figure' },
          { title: '题目', dataIndex: 'text' },
          {
            title: '选项',
            dataIndex: 'options',
            width: 240,
            render: (set: string) => <Options options={instrument.optionSets[set] ?? []} />,
          },
        ]}
      />
      {instrument.skip && (
        <p>
          第 {instrument.skip.item} 题答 {instrument.skip.score} 分时，第 {instrument.skip.items.join('、')}{' '}
          题不再问，按 0 分算。
        </p>
      )}
    </section>
    <section className="stack stack-tight" aria-label="计分和分段">
      <h2>计分和分段</h2>
      {instrument.scales.map((scale) => (
        <ScaleView key={scale.key} scale={scale} />
      ))}
    </section>
    <section className="stack stack-tight" aria-label="求助提示">
      <h2>求助提示</h2>
      {instrument.alerts.length === 0 && <p className="soft">没有会引出求助页的题。</p>}
      {instrument.alerts.map((alert) => (
        <p key={alert.item}>
          <Tag className="standing-wait">{alert.path === 'crisis' ? '求助页' : '结果里'}</Tag>
          {alertWords(alert)}
        </p>
      ))}
    </section>
    {instrument.leadsTo.length > 0 && (
      <p>做完后可以接着做：{instrument.leadsTo.map((id) => newest(id).title).join('、')}；它自己不给结果。</p>
    )}
    <section className="stack stack-tight" aria-label="注意事项">
      <h2>注意事项</h2>
      {instrument.cautions.length === 0 && <p className="soft">没有特别要注意的。</p>}
      {instrument.cautions.map((caution) => (
        <p key={caution}>{caution}</p>
      ))}
    </section>
  </div>
)
