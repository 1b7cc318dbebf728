import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { Field } from './field'
import type { SourceRow } from './form'

const MOST = 20
type Props = { rows: readonly SourceRow[]; onChange: (rows: SourceRow[]) => void }

export const SourcesField = ({ rows, onChange }: Props) => {
  const change = (key: string, to: Partial<SourceRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...to } : row)))
  return (
    <Field label="来源" group hint="写明依据的指南、书或论文；网址可以不填">
      {rows.map((row, index) => {
        const label = (what: string) => `第 ${index + 1} 条来源的${what}`
        return (
          <div className="source-row" key={row.key}>
            <Input
              aria-label={label('标题')}
              placeholder="标题"
              maxLength={120}
              value={row.title}
              onChange={(event) => change(row.key, { title: event.target.value })}
            />
            <Input
              aria-label={label('出版方')}
              placeholder="出版方"
              maxLength={80}
              value={row.publisher}
              onChange={(event) => change(row.key, { publisher: event.target.value })}
            />
            <InputNumber
              aria-label={label('年份')}
              placeholder="年份"
              min={1900}
              max={2100}
              precision={0}
              value={row.year}
              onChange={(year) => change(row.key, { year })}
            />
            <Input
              aria-label={label('网址')}
              placeholder="https://"
              maxLength={300}
              value={row.url}
              onChange={(event) => change(row.key, { url: event.target.value })}
            />
            <Button
              aria-label={`去掉第 ${index + 1} 条来源`}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              去掉
            </Button>
          </div>
        )
      })}
      {rows.length < MOST && (
        <Button
          className="field-add"
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            onChange([...rows, { key: `typed-${performance.now()}`, title: '', publisher: '', year: null, url: '' }])
          }
        >
          加一条来源
        </Button>
      )}
    </Field>
  )
}
